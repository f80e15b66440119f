import {anything} from '../cell-rules.ts';
import type {SitesLayout} from '../layout.ts';
import {nhsEngland} from '../publishers.ts';
import {address, siteName} from './site-columns.ts';

/** Map points behind two pages of GOV.UK: community diagnostic centres, and elective surgical hubs. */

const icb = {
  role: 'parent',
  label: 'the integrated care board (icbCode)',
  named: /^icb ?code$/,
  rule: anything,
  must: true,
} as const;

export const communityDiagnosticCentres: SitesLayout = {
  id: 'community-diagnostic-centres',
  kind: 'sites',
  siteKind: 'community diagnostic centre',
  title: 'Community diagnostic centres in England',
  publisher: nhsEngland,
  edition: 'GOV.UK, 2026',
  date: null,
  year: 2026,
  sure: 'certain',
  from: 'features',
  columns: [
    siteName,
    {...address, must: true},
    icb,
    {role: 'edition', label: 'the opening hours (isOpen12_7)', named: /^isopen12 7$/, rule: anything, must: true},
  ],
};

export const electiveSurgicalHubs: SitesLayout = {
  ...communityDiagnosticCentres,
  id: 'elective-surgical-hubs',
  siteKind: 'elective surgical hub',
  title: 'Elective surgical hubs in England',
  sure: 'likely',
  columns: [siteName, {...address, must: true}, icb],
};
