/**
 * What published lists call a kind of site, what planners call it, and the services that such a site offers. A kind that is
 * not here keeps its own name and offers nothing until a planner says so; neither does a kind that may hold anything.
 */
export interface SiteKind {
  written: RegExp;
  kind: string;
  services: readonly string[];
}

export const SITE_KINDS: readonly SiteKind[] = [
  {
    written: /^(gp|gp practice|gp surgery|general practice|general practitioner|surgery|doctors?)$/,
    kind: 'GP practice',
    services: ['general-practice'],
  },
  {written: /^(gp )?branch( surgery)?$/, kind: 'GP branch surgery', services: ['general-practice']},
  {written: /^(community )?(pharmacy|chemist)$/, kind: 'Pharmacy', services: ['pharmacy']},
  {
    written: /^(hospital|hospital site|nhs choices hospital|general acute hospital|community hospital.*)$/,
    kind: 'Hospital',
    services: ['hospital'],
  },
  {
    written: /^(renal|dialysis|renal or dialysis)( site| unit)?$/,
    kind: 'Renal or dialysis unit',
    services: ['dialysis'],
  },
  {
    written: /^(clinic or health centre|health centre|clinic|community clinic)$/,
    kind: 'Clinic or health centre',
    services: [],
  },
  {written: /^nhs trust$/, kind: 'NHS trust headquarters', services: []},
  {written: /^nhs trust site$/, kind: 'NHS trust site', services: []},
  {written: /^(community diagnostic centre|cdc)$/, kind: 'Community diagnostic centre', services: ['diagnostics']},
  {written: /^(elective )?surgical hub$/, kind: 'Elective surgical hub', services: ['elective-surgery']},
  {written: /^(dentist|dental practice|dental surgery)$/, kind: 'Dental practice', services: ['dentist']},
  {written: /^(optician|optometrist)s?$/, kind: 'Optician', services: ['optician']},
  {written: /^(public )?library$/, kind: 'Library', services: ['library']},
];

export function siteKind(written: string): {kind: string; services: readonly string[]} {
  const plain = written.toLowerCase().replace(/[_-]/g, ' ').replace(/\s+/g, ' ').trim();
  const known = SITE_KINDS.find((entry) => entry.written.test(plain));
  return known ?? {kind: written.trim(), services: []};
}

/** A service as it is keyed: “Blood tests” is `blood-tests`, and a kind of site may stand for what it offers. */
export function serviceKeys(written: string): string[] {
  const keys = written
    .split(/[;,|/]/)
    .flatMap((part) => {
      const known = siteKind(part).services;
      return known.length > 0
        ? known
        : [
            part
              .toLowerCase()
              .normalize('NFKD')
              .replace(/[^a-z0-9]+/g, '-')
              .replace(/^-+|-+$/g, ''),
          ];
    })
    .filter(Boolean);
  return [...new Set(keys)];
}
