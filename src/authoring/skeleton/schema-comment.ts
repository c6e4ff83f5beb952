/**
 * The first line of a file that lets editors complete its keys.
 * @param schema the path or address of the JSON Schema; no line without it
 */
export function schemaComment(schema: string | undefined): readonly string[] {
  return schema === undefined ? [] : [`# yaml-language-server: $schema=${schema}`];
}
