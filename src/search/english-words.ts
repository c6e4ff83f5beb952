const list = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter((word) => word !== ''));

/** Words that say nothing about a fault. Apostrophes are left out, as in everything that is looked up. */
export const silentWords = list(`
a an the this that these those there here it its itself thats theres heres whats hes shes
i me my mine myself you your yours yourself u ur he him his himself she her hers herself we us our ours they them their theirs
im ive id ill youre youve youll weve were well wed theyre theyve theyll hed shed itll itd
am is are was be been being isa aint has have had having hav havin do does did doing done dont doesnt didnt cant cannot couldnt could
can wont would wouldnt will shall should shouldnt may might must isnt arent wasnt werent hasnt havent hadnt
and or but if so because cause cos coz since as than then though although while when whenever where why how what which who whom whose
of to at by for with from into onto about between through during before after above below over under
in on off out up down not no nor never any some all both each every either neither none only just also too very really quite rather
again still already yet now soon once always often sometimes usually ever even
more most much many few less least lot lots bit other another same such own else
get gets got gotten getting gettin go goes going goin gone went come comes coming came let lets make makes made making
want wants wanted wanting need needs needed try tries tried trying keep keeps kept say says said saying sez tell tells told telling
see sees saw look looks looked looking seem seems seemed think thinks thought thinking know knows knew known mean means meant
use uses used using put puts putting give gives gave given take takes took taken thing things thingy thingie stuff way ways kind sort
one ones two first second third other something anything everything nothing somebody someone anybody anyone everybody everyone nobody
um umm uh uhh er erm ah oh ooh hm hmm eh hey heya hi hiya hello hallo yo ok okay okey right well so like basically actually literally
yes yeah yep yea no nope nah please pls plz thanks thank thankyou thx ty cheers sorry pardon excuse kind regards best dear sir madam maam
mate love dude bro man guys folks hope hoping lol omg tho though btw fyi asap anyway anyways whatever sure maybe perhaps probably possibly
suddenly sudden properly exactly simply totally completely absolutely somehow kinda sorta gonna wanna gotta innit
good morning afternoon evening day days today yesterday tomorrow tonight night week weeks weekend month months year years hour hours minute minutes mins second seconds time times
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
ago last next since until till lately recently earlier later early late
help helps helping helped call calls caller called calling support desk team problem problems issue issues trouble question
don t s m ve re ll d c n e g eg ie etc re subject fwd
anymore however although everytime whenever whatever wherever therefore otherwise instead mustnt shant oughtnt neednt longer oclock three someone somewhere
anywhere everywhere nowhere whether without within upon among toward towards besides despite except per via
`);

/** Words of the story that callers tell around a problem. */
export const storyWords = list(`
mother mum mom mummy father dad daddy son sons daughter daughters grandson granddaughter grandchild grandchildren grandkids grandma grandpa nan
husband wife partner boyfriend girlfriend brother sister uncle aunt cousin nephew niece friend friends neighbour neighbor neighbours boss manager
colleague colleagues coworker secretary intern trainee teacher pupil pupils student students class school college university uni doctor nurse
patient customer customers client clients guest guests tenant staff lady ladies gentleman woman man men women kid kids child children baby boy girl lad lads
people person family dog cat house home flat room kitchen bedroom lounge landing office shop store workshop garage salon restaurant hotel farm
church library village town city street road building floor upstairs downstairs hall
harold jean maria anna john peter michael david sarah
christmas easter birthday holiday holidays vacation summer winter spring autumn wedding funeral party
tea coffee lunch breakfast dinner kettle bread cake goldfish
nice lovely kind terrible awful horrible annoying annoyed angry upset worried worrying afraid scared desperate frustrated frustrating urgent urgently
important quickly quick asap fast soon nuisance bother sincerely regards grateful appreciate appreciated wonder wondering
old older new newish young big small little large long short whole half full great fine better worse
happy glad busy alone together
bought buy gave gift present grandfather retired teacher driver plumber carpenter nurse lawyer farmer florist hairdresser
yesterday morning afternoon evening noon midnight lunchtime fortnight ages forever moment while
number four five six seven eight nine ten twenty thirty forty fifty hundred thousand dozen couple several
name reference ticket number hereby kindly attached below above following
live lives living lived sit sits sitting stand stands standing walk walked went drove drive run ran
ask asks asked asking answer told explain explained understand understood clever stupid silly technical expert idea clue
work works worked working job jobs business company firm customer
`);

/** What somebody says who asks how something is done, or asks for something: that is no fault. */
export const wishes: readonly string[] = [
  'how do i',
  'how can i',
  'how would i',
  'how do you',
  'how do we',
  'how can we',
  'how should i',
  'how does one',
  'show me how',
  'tell me how',
  'teach me',
  'which button',
  'which buttons',
  'is there a way to',
  'is it possible to',
  'what do i have to do',
  'where do i find the setting',
  'we need a new',
  'i need a new',
  'i would like to order',
  'we would like to order',
  'i want to order',
  'can you order',
  'can i have a',
  'could i have a',
  'could we have',
  'can we get',
  'can i get a',
  'thinking of getting',
  'thinking of buying',
  'thinking about a new',
  'would like a new',
  'want a new',
  'please arrange',
  'want a quote',
  'wants a quote',
  'how much is',
  'how much are',
  'how much would',
  'how much does it cost',
  'what does it cost',
  'who do i talk to',
  'who do i see about',
  'who do i ask',
];

/** Words that turn what follows into its opposite. */
export const negations = list(
  'no not never none nothing without isnt arent wasnt doesnt dont didnt cant wont hasnt havent cannot aint neither nor',
);

/** Words that mean nothing even in a short reply to a question. */
export const emptyWords = list(`
a an the this that these those there here it its itself thats theres i im me my mine you your he she they them their we us our
is are was were be been am do does did has have had of to and or but so then um umm uh er erm ah oh well like just really quite very
think thinks guess says said say please yeah ok okay right now still just a bit sort kind looks seems
`);

/** What a caller says who does not know, by the kind of not knowing. */
export const unsurePhrases: Readonly<
  Record<'dont-know' | 'cant-check' | 'not-applicable' | 'declined', readonly string[]>
> = {
  'cant-check': [
    'cant see it',
    'cant see that',
    'cannot see it',
    'cant check',
    'cannot check',
    'cant look',
    'cannot look',
    'cant get at it',
    'cant reach it',
    'cannot reach it',
    'cant tell from here',
    'not there now',
    'not at home',
    'not near it',
    'not in front of it',
    'im not at the',
    'i am not at the',
    'cant find it',
    'cannot find it',
  ],
  'not-applicable': [
    'havent got one',
    'have not got one',
    'dont have one',
    'do not have one',
    'dont have that',
    'dont have any',
    'there isnt one',
    'there is none',
    'there is no such',
    'no such thing',
    'doesnt apply',
    'does not apply',
  ],
  declined: [
    'rather not',
    'dont want to',
    'do not want to',
    'not going to',
    'wont do that',
    'will not do that',
    'none of your business',
    'i refuse',
  ],
  'dont-know': [
    'dont know',
    'do not know',
    'dont really know',
    'dunno',
    'no idea',
    'not any idea',
    'no clue',
    'havent a clue',
    'not sure',
    'not certain',
    'couldnt tell',
    'couldnt say',
    'cant say',
    'cant tell',
    'cannot tell',
    'can not tell',
    'cannot say',
    'hard to say',
    'cant remember',
    'cannot remember',
    'dont remember',
    'do not remember',
    'i forgot',
    'havent looked',
    'have not looked',
    'didnt look',
    'did not look',
    'didnt notice',
    'did not notice',
    'beats me',
    'who knows',
    'you tell me',
  ],
};

/** What a caller's reply begins with that means yes, or no. */
export const yesAndNo: Readonly<Record<'yes' | 'no', readonly string[]>> = {
  yes: [
    'yes',
    'yeah',
    'yep',
    'yup',
    'yea',
    'it is',
    'it does',
    'it has',
    'it did',
    'i do',
    'i have',
    'i can',
    'they do',
    'they are',
    'there is',
    'correct',
    'thats right',
    'of course',
    'sure',
    'definitely',
    'absolutely',
    'it works',
    'indeed',
  ],
  no: [
    'no',
    'nope',
    'nah',
    'it isnt',
    'its not',
    'it is not',
    'it doesnt',
    'it does not',
    'it hasnt',
    'it has not',
    'it didnt',
    'it did not',
    'it wont',
    'it will not',
    'i dont',
    'i do not',
    'i havent',
    'i have not',
    'i cant',
    'i cannot',
    'i can not',
    'they dont',
    'they do not',
    'they arent',
    'they are not',
    'there isnt',
    'there is not',
    'there is no',
    'there is none',
    'sure not',
    'of course not',
    'definitely not',
    'absolutely not',
    'not at all',
    'not really',
    'never',
    'not yet',
  ],
};
