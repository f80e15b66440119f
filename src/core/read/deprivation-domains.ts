/** The domains of the indices of deprivation: key, title, and the stem of a heading up to its last word. */
export interface DomainName {
  key: string;
  title: string;
  stem: string;
}

export const DOMAINS: readonly DomainName[] = [
  {key: 'income', title: 'Income', stem: 'income'},
  {key: 'employment', title: 'Employment', stem: 'employment'},
  {key: 'education', title: 'Education, skills and training', stem: 'education(, skills and training)?'},
  {key: 'health', title: 'Health and disability', stem: 'health( deprivation and disability)?'},
  {key: 'crime', title: 'Crime', stem: 'crime'},
  {
    key: 'housing and services',
    title: 'Barriers to housing and services',
    stem: '(barriers to )?housing and (services|access)',
  },
  {key: 'housing', title: 'Housing', stem: 'housing'},
  {key: 'access', title: 'Access to services', stem: 'access( to services)?'},
  {key: 'environment', title: 'Living environment', stem: '(living |physical )?environment'},
  {
    key: 'children',
    title: 'Income deprivation affecting children',
    stem: '(income deprivation affecting children( index)?|idaci)',
  },
  {
    key: 'older people',
    title: 'Income deprivation affecting older people',
    stem: '(income deprivation affecting older people( index)?|idaopi)',
  },
  {
    key: 'children and young people',
    title: 'Children and young people (education)',
    stem: 'children and young people sub-domain',
  },
  {key: 'adult skills', title: 'Adult skills (education)', stem: 'adult skills sub-domain'},
  {
    key: 'geographical barriers',
    title: 'Geographical barriers (housing and services)',
    stem: 'geographical barriers sub-domain',
  },
  {key: 'wider barriers', title: 'Wider barriers (housing and services)', stem: 'wider barriers sub-domain'},
  {key: 'indoors', title: 'Indoors (living environment)', stem: 'indoors sub-domain'},
  {key: 'outdoors', title: 'Outdoors (living environment)', stem: 'outdoors sub-domain'},
];
