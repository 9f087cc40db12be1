// The sessions of the example, in the weeks around the first start. No file: their dates hang on that day.

/** One session of the example; the course and who pays tell it from the others. */
export interface ExampleSession {
  readonly course: string;
  readonly payer: string;
  readonly trainer: string;
  readonly capacity: number;
  /** The week, counted from this one, and the day in it: 1 for Monday. Not this week, so that it is past or to come on every day. */
  readonly week: number;
  readonly day: number;
  readonly parts: readonly ExamplePart[];
  /** How far it has come. */
  readonly stand: 'draft' | 'open' | 'confirmed' | 'closed' | 'called off';
  /** The addresses before the @ of those who are enrolled; who does not fit waits. */
  readonly people: readonly string[];
  /** The name of who was to come and did not. */
  readonly excused?: string;
  readonly organisation?: string;
  /** Seats by municipality. */
  readonly held?: Readonly<Record<string, number>>;
  /** So many days before the first, enrolment ends. */
  readonly enrolmentEndsDaysBefore?: number;
}

/** A part so many days after the first; without a room it is on line. */
export interface ExamplePart {
  readonly after: number;
  readonly from: string;
  readonly until: string;
  readonly room: string | null;
}

const morning = (room: string | null, after = 0) => ({ after, from: '09:30', until: '12:30', room });
const afternoon = (room: string | null, after = 0) => ({ after, from: '13:30', until: '16:30', room });
const wholeDay = (room: string, after = 0) => [morning(room, after), afternoon(room, after)];

export const exampleSessions: readonly ExampleSession[] = [
  {
    ...{ course: 'basis-1d', payer: 'Lelystad', trainer: 'Tess Trainervoorbeeld', capacity: 12 },
    ...{ week: -6, day: 2, parts: wholeDay('Voorbeeldkantoor Agora'), stand: 'closed' },
    people: [
      ...['leyla.proefstra', 'joris.fantasie', 'hatice.fictief', 'nienke.nepnaam', 'ravi.verzonnen'],
      ...['maud.voorbeeldsma', 'tijn.testema', 'esra.proefstra', 'teun.voorbeeldsma', 'abel.fictief'],
    ],
    excused: 'Tijn Testema',
  },
  {
    ...{ course: 'basis-dagdeel', payer: 'Almere', trainer: 'Tess Trainervoorbeeld', capacity: 20 },
    ...{ week: -1, day: 4, parts: [afternoon('Voorbeeldzaal Stadhuis')], stand: 'confirmed' },
    people: [
      ...['zoe.fictief', 'bram.bedachte', 'yusuf.voorbeeld', 'fleur.voorbeeld', 'sirin.verzinsel'],
      ...['omer.benjamin.voorbeeldenberg.verzonnenstein', 'roos.fictief', 'bilal.voorbeeld'],
    ],
  },
  {
    ...{ course: 'werkbijeenkomst', payer: 'Almere', trainer: 'Timo Fictief', capacity: 16 },
    ...{ week: 1, day: 3, parts: [morning('Voorbeeldhuis Zeewolde')], stand: 'open' },
    people: ['linde.fantasie', 'boaz.proefstra', 'hugo.voorbeeld', 'pim.fictief', 'femke.denkbeeld'],
    enrolmentEndsDaysBefore: 14,
  },
  {
    ...{ course: 'basis-1d', payer: 'Almere', trainer: 'Tess Trainervoorbeeld', capacity: 8 },
    ...{ week: 2, day: 2, parts: wholeDay('Voorbeeldzaal Stadhuis'), stand: 'confirmed' },
    people: [
      ...['noor.voorbeeld', 'sanne.denkbeeld', 'renee.verzonnen', 'iris.testema'],
      ...['sjoerd.proefstra', 'mila.nepnaam', 'hidde.verzonnen', 'naima.voorbeeldsma'],
    ],
  },
  {
    ...{ course: 'voorlichting-sz', payer: 'Lelystad', trainer: 'Amina Verzonnen', capacity: 20 },
    ...{ week: 3, day: 4, parts: [morning('Voorbeeldkantoor Agora')], stand: 'called off' },
    people: ['leyla.proefstra', 'nova.verzonnen', 'abel.fictief'],
  },
  {
    ...{ course: 'verdieping-2d', payer: 'Dronten', trainer: 'Timo Fictief', capacity: 8 },
    ...{ week: 4, day: 1, stand: 'open' },
    parts: [...wholeDay('Voorbeeldhuis van de Gemeente'), ...wholeDay('Voorbeeldhuis van de Gemeente', 1)],
    people: [
      ...['gijs.voorbeeld', 'tygo.verzinsel', 'femke.denkbeeld', 'roos.fictief', 'anouk.bedachte'],
      ...['bilal.voorbeeld', 'linde.fantasie', 'abel.fictief', 'kees.bedachte', 'merel.voorbeeld'],
    ],
  },
  {
    ...{ course: 'omgaan-met', payer: 'Noordoostpolder', trainer: 'Amina Verzonnen', capacity: 16 },
    ...{ week: 5, day: 3, parts: [morning('Voorbeeldzaal Emmeloord'), morning(null, 7)], stand: 'open' },
    people: ['emre.testema', 'puck.proefstra', 'lars.fantasie', 'dewi.fictief', 'nienke.nepnaam'],
  },
  {
    ...{ course: 'dbk', payer: 'Almere', trainer: 'Timo Fictief', capacity: 10 },
    ...{ week: 6, day: 2, parts: wholeDay('Voorbeeldtheater, Foyer'), stand: 'open' },
    people: ['pim.fictief', 'fatima.fantasie'],
  },
  {
    ...{ course: 'in-company', payer: 'Almere', trainer: 'Gerda Gespreksvoorbeeld', capacity: 12 },
    ...{ week: 7, day: 4, parts: [afternoon('Voorbeeldtheater, Foyer')], stand: 'open' },
    people: ['zoe.fictief', 'bram.bedachte', 'yusuf.voorbeeld'],
    organisation: 'Voorbeeldcollege Almere (mbo)',
  },
  {
    ...{ course: 'moeilijke-gesprekken', payer: 'Almere', trainer: 'Gerda Gespreksvoorbeeld', capacity: 12 },
    ...{ week: 9, day: 2, parts: [morning('Voorbeeldzaal Stadhuis')], stand: 'open' },
    people: ['ozgur.verzinsel', 'jan.willem.fantasie', 'aylin.fictief', 'ties.bedachte'],
    held: { Almere: 6, Dronten: 2 },
  },
  {
    ...{ course: 'driedaags', payer: 'Almere', trainer: 'Amina Verzonnen', capacity: 12 },
    ...{ week: 10, day: 1, stand: 'draft', people: [] },
    parts: [0, 7, 14].flatMap((days) => wholeDay('Voorbeeldzaal Stadhuis', days)),
  },
];
