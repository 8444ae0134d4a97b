// English words that attribute, and words by which those who say are called.

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Attribute whatever follows. */
export const saying = list('said says say');
export const telling = list('told tells tell');

/** Attribute before a clause or a quotation, or after one; many are nouns or mean other things. */
export const clausal = list(`
  reported reports report claimed claims claim argued argues argue believes believe warned warns
  warn noted notes note added adds add confirmed confirms confirm announced announces announce
  explained explains insisted insists insist stated states wrote writes write conceded concedes
  acknowledged acknowledges admitted admits estimated estimates estimate recalled recalls suggested
  suggests suggest predicted predicts predict alleged alleges allege testified testifies described
  describes describe cautioned cautions concluded concludes complained complains replied replies
  responded vowed vows stressed stresses pledged maintained maintains contended contends contend
  countered revealed reveals disclosed tweeted posted joked declared declares emphasised emphasized
  commented remarked observed asked laughed shouted sighed recounted speculated reasoned advised
  promised quipped boasted continued
`);

/** Attribute a judgement on somebody: take a plain object. */
export const judging = list(`
  accused accuses accuse blamed blames blame praised praises criticised criticized criticises
  condemned condemns condemn urged urges urge called calls hailed described describes
  confirmed acknowledged announced demanded defended slammed
`);

/** What documents and researchers do. */
export const showing = list(`
  shows show showed found finds find reveals reveal revealed indicates indicate indicated suggests
  suggest suggested concluded concludes says say said notes note noted states stated alleges allege
  alleged describes describe described warns warned estimates estimated reports reported claims
  claimed confirms confirmed
`);

export const denying = list('denied denies deny disputed disputes dispute refuted refutes refute');
/** Deny where what they reject is a claim. */
export const rejecting = list('rejected rejects reject dismissed dismisses dismiss');
export const claimNouns = list(`
  that this it them claim claims allegation allegations accusation accusations charge charges report
  reports suggestion suggestions rumour rumours rumor rumors account
`);

/** Verbs that may stand before their subject, after a quotation or a clause. */
export const inverting = list(`
  said says wrote writes added adds explained explains warned warns asked replied insisted insists
  claimed claims argued argues recalled recalls reported reports noted notes confirmed announced
  laughed joked tweeted complained concluded declared remarked observed admitted continued shouted
  told commented predicted testified
`);

export const auxiliary = list(`
  has have had also later earlier previously repeatedly strongly categorically flatly then now once
  since long already still nevertheless reportedly himself herself itself themselves however
  meanwhile both all often today yesterday first firmly vehemently publicly privately
  monday tuesday wednesday thursday friday saturday sunday
`);
export const passive = list('is are was were be been being get gets got');
export const negating = list(
  "not never neither nor cannot didn't doesn't don't hasn't haven't won't",
);
export const modal = list('would will could can may might should must shall did does do to');

/** Words that no noun phrase holds: they end one. */
export const stops = list(`
  that which who whom whose where when while if because as but and or so than then although though
  after before since until during of for from at in on with to by into onto over under about against
  is are was were be been being has have had do does did will would could can may might should must
  not he she it they we i you him them us me there here this these those it's
  what how why also only just even very too said says told between among through per via upon within
  including like such something anything nothing everything nobody somebody
  without behind near across along amid despite toward towards off out up down
`);
export const determiners = list(`
  the a an his her its their our my one two three four five six seven eight nine ten some several
  many other another most both dozens hundreds few
`);
export const pronouns = list('he she they it');

export const relating = list('who whom which that whose');

const roleNouns = list(`
  lawyer attorney solicitor barrister leader minister president chancellor spokesman spokeswoman
  spokesperson mayor governor senator director head chief chair chairman chairwoman chairperson
  secretary commissioner ambassador envoy judge prosecutor inspector detective sergeant captain
  officer general colonel major commander professor lecturer researcher scientist biologist
  historian economist analyst expert doctor surgeon nurse teacher headteacher principal engineer
  activist campaigner coordinator organiser organizer editor reporter journalist correspondent author
  writer artist curator coach manager owner founder co-founder partner executive ceo farmer fisherman
  skipper pilot driver resident neighbour neighbor witness survivor councillor councilor lawmaker mp
  warden keeper ranger harbourmaster forecaster candidate adviser advisor bishop priest pastor imam
  rabbi deputy agent opponent player striker sprinter winner captain goalkeeper defender midfielder
  accountant baker butcher plumber postman pensioner shopkeeper trader seller vet veterinarian critic
  columnist novelist poet painter actor actress singer musician filmmaker designer architect
  entomologist glaciologist physicist chemist geologist astronomer climatologist meteorologist
  psychologist sociologist epidemiologist virologist ecologist zoologist botanist archaeologist
  anthropologist neurologist cardiologist paediatrician coroner magistrate sheriff constable
  superintendent lieutenant brigadier admiral diplomat negotiator mediator monitor auditor banker
  trader investor shareholder steward unionist worker miner builder electrician carpenter mechanic
  student pupil mother father sister brother wife husband son daughter uncle aunt cousin grandmother
  grandfather parent widow widower friend colleague relative tenant landlord customer passenger
  tourist visitor hiker climber sailor monk nun abbot official representative delegate aide staffer
  insider source informant whistleblower defendant plaintiff victim suspect inmate prisoner refugee
  migrant soldier veteran guard policeman policewoman firefighter paramedic medic rescuer volunteer
  helper boss chairwoman vice-president undersecretary ombudsman regulator watchdog co-author
  supervisor administrator technician developer programmer grandmaster champion
  caretaker librarian archivist gardener chef cook waiter hairdresser taxi-driver motorist cyclist
  prime-minister premier legislator congressman congresswoman alderman representative strategist
  pollster consultant specialist therapist dentist pharmacist midwife physician dean rector provost
  treasurer clerk bailiff jurist ambassador-designate scholar academic theologian philosopher
  biographer sculptor composer conductor playwright broadcaster host presenter anchor pundit
  tutor trainer instructor umpire referee skater swimmer runner boxer
`);
const unnamedPlurals = list(`
  officials authorities police prosecutors investigators detectives people women men children
  forecasters critics sources experts analysts economists astronomers scientists biologists
  researchers academics relatives locals villagers bystanders onlookers rescuers medics paramedics
  firefighters neighbours neighbors witnesses eyewitnesses residents parents teachers pupils students
  doctors nurses soldiers troops protesters demonstrators activists campaigners organisers organizers
  employees workers staff passengers crew survivors supporters opponents diplomats insiders farmers
  fishermen skippers unions lawyers attorneys lawmakers builders stallholders traders shopkeepers
  customers fans players engineers auditors governors councillors tenants landlords hackers victims
  families friends colleagues aides advisers ministers republicans democrats conservatives liberals
  historians conservationists environmentalists physicians regulators bankers investors executives
  managers directors members jurors judges inspectors volunteers guards inmates prisoners refugees
  migrants drivers commuters motorists cyclists team crowd audience coroners agents coaches
  forecasters meteorologists climatologists ecologists zoologists archaeologists monks firms companies
  shippers pollsters observers monitors intelligence one person man woman
  teenager girl boy couple businessman dockers strikers marchers campaigners carers attendees voters media member members fans democrat republican bystander
`);
const documentNouns = list(`
  report reports study studies survey surveys poll polls paper papers document documents filing
  filings indictment complaint lawsuit affidavit statement memo memos email emails e-mail e-mails
  letter letters data figures statistics records record transcript transcripts dossier audit review
  analysis research findings findings census website webpage guidebook article ruling judgment verdict
  order warrant transcript recording footage message messages diary manifesto press-release release
  notice contract contracts cable cables papers book investigation inquiry
`);
/** Bodies called by a common noun: "the ministry", "the prison service". */
const bodyNouns = list(`
  ministry council government court agency bank union club league federation association commission
  committee company firm group organisation organization office department service bureau institute
  embassy army navy military guard parliament senate party charity ngo watchdog regulator operator
  board authority university college school hospital church museum newspaper magazine broadcaster
  channel station retailer carmaker brewer manufacturer airline start-up startup network foundation
  trust society coalition alliance administration city county state fund administration kremlin
  pentagon team outlet paper publisher website agency prosecutor's tribunal inspectorate secretariat
  caterer wholesaler importer exporter shipper miner refiner consultancy partnership
  insurer lender developer builder supplier producer maker utility cooperative institution think-tank
  tank campaign opposition programme program centre center
  observatory laboratory lab cabinet presidency television radio
`);
/** Bodies that mean nobody in particular without a name of their own or one before them. */
export const genericBodies = list(`
  company firm group organisation organization agency club newspaper magazine broadcaster channel
  station retailer carmaker brewer manufacturer airline start-up startup charity ngo network operator
  union bank paper outlet maker body team fund trust society board association federation committee
  commission institute lender insurer developer supplier producer website party state
  city county campaign administration ministry council office department service bureau league
`);
/** Before a name, they say that it is an organisation's. */
export const bodyIntroductions: ReadonlySet<string> = new Set([
  ...bodyNouns,
  ...list('giant company maker arm subsidiary brand researcher site portal daily weekly tabloid'),
]);

/** Words come again and again: each is looked into once. Bounded, since text may be hostile. */
function remembered(of: (word: string) => boolean): (word: string) => boolean {
  const known = new Map<string, boolean>();
  return (word) => {
    const told = known.get(word);
    if (told !== undefined) return told;
    if (known.size >= 20_000) known.clear();
    const answer = of(word);
    known.set(word, answer);
    return answer;
  };
}

export const isRole = remembered(
  (word) =>
    roleNouns.has(word) || /(?:ologist|[^m]or-general|-general|-in-chief|-elect)$/.test(word),
);
export const isUnnamed = remembered(
  (word) =>
    unnamedPlurals.has(word) ||
    isRole(word) ||
    (word.endsWith('s') && isRole(word.slice(0, -1))) ||
    /^\d+-year-old$/.test(word) ||
    /(?:mongers|makers|keepers|holders|workers|owners|dealers|sellers|growers|leaders|fighters|goers|watchers|\w{3}ists|\w{3}ians|\w{3}eers|\w{2}men|\w{2}women)$/.test(
      word,
    ),
);
export const isDocument = (word: string): boolean => documentNouns.has(word);
export const isBody = (word: string): boolean => bodyNouns.has(word);

export const title =
  /^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|President|Minister|Chancellor|Mayor|Governor|Gov|Senator|Sen|Rep|Representative|Judge|Justice|Sheriff|Chief|Captain|Capt|Colonel|Col|General|Gen|Major|Maj|Sergeant|Sgt|Lieutenant|Lt|Detective|Inspector|Superintendent|Officer|Constable|Councillor|Councilor|Cllr|Sir|Dame|Lord|Lady|King|Queen|Prince|Princess|Pope|Bishop|Archbishop|Cardinal|Father|Sister|Brother|Reverend|Rev|Imam|Rabbi|Ambassador|Secretary|Coach|Attorney|Commissioner|Alderman|Alderwoman|Councilman|Councilwoman|Congressman|Congresswoman|Adviser|Advisor|Spokesman|Spokeswoman|Chairman|Chairwoman|Director|Admiral|Brigadier|Premier|MP|Speaker|Leader|Ayatollah|Sheikh|Sheik|Emir|Sultan)$/;
/** Qualify a title: alone they are part of a name ("Foreign Policy"). */
export const titleQualifier =
  /^(?:Prime|Vice|Deputy|Foreign|Interior|Defence|Defense|Finance|Health|Justice|Education|Environment|Home|Attorney|City|State|District|Chief|First|Second|Assistant|Senior|House|Majority|Minority|Opposition|Former|Acting|US|U\.S|UK|UN|EU|Detective|Police|Fire|Transport|Energy|Labour|Labor|Trade|Culture|Executive|Secretary-General)$/;
/** Names with one of these at an end are those of organisations. */
export const bodyName =
  /^(?:Network|Ministry|Agency|Party|University|College|Council|Police|Office|Institute|Committee|Union|Group|Company|Corporation|Inc|Ltd|Corp|Co|Bank|Court|Department|Center|Centre|Association|Foundation|Organi[sz]ation|Times|News|Post|Gazette|Herald|Guardian|Journal|Chronicle|Tribune|Courier|Observer|Echo|Ledger|Monitor|Lantern|Wire|Weekly|Daily|Commission|Service|Services|Authority|Board|Club|Trust|Society|Federation|Assembly|Parliament|Senate|Congress|Government|Kremlin|Pentagon|Administration|Bureau|Church|Hospital|School|Army|Navy|Force|Forces|Guard|Fund|Alliance|Coalition|League|Watch|International|Partnership|Programme|Program|Laboratory|Museum|Observatory|Line|Lines|Ferries|Airlines|Airways|Railways|House|Survey|Policy|Media|Television|TV|Radio|Press|Chamber|Pharma|Mining|Marine|Motors|Motor|Energy|Oil|Gas|Holdings|Industries|Technologies|Systems|Labs|Research|Academy|Initiative|Campaign|Project|Movement|Front|Brigade|Corps|Command|Treasury|Exchange|Registry|Reserve|Cabinet|Secretariat|Mission|Embassy|Consulate|Gallery|Theatre|Orchestra|Federation|Confederation|Syndicate|Cooperative|Securities|Capital|Partners|Associates|Sons|Bros|Telegraph|Mail|Mirror|Sun|Independent|Review|Magazine|Report|Wildlife|Rights|Action|Aid|Relief|NGO|City|United|Town|Health|Healthcare|Ratings|Fox|Entertainment|Pictures|Studios|Foods|Stores|Brands|Solutions|Software|Networks|Communications|Telecom|Insurance|Financial|Investments|Ventures|Logistics|Steel|Automotive|Electric|Power|Medical|Sciences|Biotech|Parenthood|Veterans|Group|Charities|Americans|Citizens|Students|Women|Democrats|Republicans|Labour|Conservatives|Greens)$/;

/** Capitalised where a sentence begins, and part of no name. */
export const opener =
  /^(?:The|A|An|In|On|At|By|For|From|But|And|Or|So|Yet|As|If|When|While|After|Before|Since|Until|Upon|During|Though|Although|Because|However|Meanwhile|Later|Earlier|Yesterday|Today|Now|Then|Still|Also|Once|Only|Even|Both|Many|Most|Some|Several|One|Two|Three|Four|Five|Six|Other|Another|All|He|She|It|They|We|I|You|His|Her|Its|Their|Our|My|This|That|These|Those|There|What|Who|Which|How|Why|Where|No|Not|Nor|Neither|With|Without|Last|Next|According|Asked|Speaking|To|Under|Nobody|Nothing|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)$/;
export const dayOrMonth =
  /^(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|June|July|August|September|October|November|December|Jan|Feb|Aug|Sept|Oct|Nov|Dec)$/;

/** Verbs that no modifier of a noun looks like. */
const otherVerbs = list(`
  won lost went came got gave took made kept left held ran saw met sent credited visited arrived
  declined refused failed wanted tried began became remains faces makes takes plans expects hopes
  wants needs agreed is are was were has have had spoke speaks
`);
export const isVerb = remembered(
  (word) =>
    saying.has(word) ||
    telling.has(word) ||
    denying.has(word) ||
    otherVerbs.has(word) ||
    (/(?:ed|s)$/.test(word) &&
      (clausal.has(word) || showing.has(word) || judging.has(word)) &&
      !isDocument(word)) ||
    /^(?:wrote|found|showed)$/.test(word),
);

/** Forms that only a plural subject has: "officials say", not "the office say". */
export const plain = list(`
  say tell report claim argue believe warn note add confirm announce insist state write acknowledge
  admit estimate recall suggest predict allege describe contend find show reveal indicate conclude
  accuse blame praise condemn urge call deny dispute refute reject dismiss
`);

const femaleNames = list(`
  mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra
  margaret ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura
  helen sharon cynthia kathleen amy angela shirley anna brenda pamela emma nicole samantha katherine
  christine debra rachel carolyn janet maria heather diane julie joyce victoria kelly christina joan
  evelyn lauren judith olivia martha cheryl megan andrea ann alice jean doris jacqueline kathryn hillary
  gloria teresa sara janice hannah julia grace judy abigail marie denise monica beverly theresa jane
  natalia olga irina elena tatiana svetlana anastasia ekaterina yulia nina vera ana rosa ida ilse freya
  nancy dianne kamala nikki ivanka melania loretta valerie condoleezza kirsten tammy sonia ruth claire
`);
const maleNames = list(`
  james robert john michael david william richard joseph thomas charles christopher daniel matthew
  anthony mark donald steven andrew paul joshua kenneth kevin brian george timothy ronald jason edward
  jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel
  gregory alexander patrick frank raymond jack dennis jerry tyler aaron jose adam nathan henry douglas
  zachary peter kyle noah ethan jeremy walter christian keith roger terry harry sean gerald carl arthur
  barack bernie mitt ted marco rand mitch joe mike jim bob bill tom tim dan ben sam max fred hugo ivan
  sergei vladimir dmitry dmitri alexei alexey nikolai mikhail boris igor oleg pavel viktor yuri anton
`);

/** Whether a pronoun may stand for a person, as far as first name, title and role tell. */
export function agrees(pronoun: string, name: string, role = ''): boolean {
  const first = name.split(' ')[0]?.toLowerCase() ?? '';
  const female =
    femaleNames.has(first) ||
    /\b(?:Mrs|Ms|Miss|Lady|Dame|Queen|\w*woman|mother|sister|wife|daughter|actress|girl)\b/i.test(
      role,
    );
  const male =
    maleNames.has(first) ||
    /\b(?:Mr|Sir|Lord|King|(?!wo)\w*[^o]man|father|brother|husband|son|boy)\b/i.test(role);
  if (female === male) return true;
  return pronoun === 'she' ? female : pronoun === 'he' ? male : true;
}
