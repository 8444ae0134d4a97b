// The people who write on the newsstand's outlets, all of them invented.

export interface Person {
  role: string;
  bio: string;
}

export const PEOPLE: Record<string, Person> = {
  'Ilse Varga': {
    role: 'Strait correspondent',
    bio: 'Ilse Varga has covered the Strait of Kessary for Northline since 2016. She lives in Saltmere.',
  },
  'Tobias Renn': {
    role: 'Courts reporter',
    bio: 'Tobias Renn writes about judges, juries and the people who wait for them.',
  },
  'Nadia Okafor-Lind': {
    role: 'City hall reporter',
    bio: 'Nadia Okafor-Lind has sat through every Saltmere council meeting since 2019 and keeps the minutes.',
  },
  'Peter Halloran': {
    role: 'Maritime editor',
    bio: 'Peter Halloran was a ship’s engineer before he was a reporter. He edits the Gazette’s port pages.',
  },
  'Jun Ferreira': {
    role: 'Investigations',
    bio: 'Jun Ferreira reads budgets for a living. Tips are welcome, on paper if need be.',
  },
  'Salome Brandt': {
    role: 'Senior writer',
    bio: 'Salome Brandt reports on borders and what they do to people for The Meridian Dispatch.',
  },
  'Oriel Stenmark': {
    role: 'Science writer',
    bio: 'Oriel Stenmark trained as a hydrologist and writes about water in all its states.',
  },
  'Wren Ashdown': {
    role: 'Natural history editor',
    bio: 'Wren Ashdown has run a moth trap in the same garden for twenty-two years.',
  },
  'Matteo Krell': {
    role: 'Valley reporter',
    bio: 'Matteo Krell covers the upper Vallis, by train where there is one.',
  },
  'Hanna Dreyer': {
    role: 'Regional editor',
    bio: 'Hanna Dreyer edits the regional pages of the Vallis Courier.',
  },
  'Dee Marlowe': {
    role: 'Sport and streets',
    bio: 'Dee Marlowe writes about running, rain and the number 9 bus.',
  },
  'Cass Ibarra': {
    role: 'Staff reporter',
    bio: 'Cass Ibarra joined the Quay Post in 2023 and has not yet been back indoors.',
  },
  'Вера Самарина': {
    role: 'корреспондент',
    bio: 'Вера Самарина пишет о проливе, портах и людях, которые там работают.',
  },
  'Глеб Орешников': {
    role: 'специальный корреспондент',
    bio: 'Глеб Орешников освещает права человека в республике Кессарь с 2014 года.',
  },
};

/** What is known of an author; an agency's name has no entry. */
export function person(name: string): Person | undefined {
  return PEOPLE[name];
}
