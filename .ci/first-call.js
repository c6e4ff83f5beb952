// Runs a command in a terminal and waits until a call has been opened and a first question stands on the screen.
import { spawn } from '@lydell/node-pty';

const [command] = process.argv.slice(2);
const terminal = spawn('bash', ['-c', command], { cols: 80, rows: 24, env: process.env });
let seen = '';
let step = 0;
const steps = [
  ['What does the caller say?', 'my printer is offline'],
  ['my printer says offline', '\r'],
  ['all keys', 'q'],
];

const end = (code, message) => {
  console.log(message);
  terminal.kill();
  process.exit(code);
};
const patience = setTimeout(() => end(1, `No question came within 3 minutes:\n${seen.slice(-2000)}`), 180_000);
terminal.onData((data) => {
  seen += data;
  const [text, keys] = steps[step] ?? [];
  if (text === undefined || !seen.includes(text)) return;
  step += 1;
  seen = '';
  setTimeout(() => terminal.write(keys), 300);
});
terminal.onExit(({ exitCode }) => {
  clearTimeout(patience);
  if (step === steps.length) end(0, 'A call was opened, a question asked, and the call kept.');
  end(1, `It ended with ${exitCode} before a question came:\n${seen.slice(-2000)}`);
});
