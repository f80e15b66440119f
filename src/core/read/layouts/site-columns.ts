import {amount, anything, words} from '../cell-rules.ts';
import type {Column} from '../layout.ts';

/** What lists of sites say of each, under the names in use. Only a name must be there, and a place. */

export const NAME_OF_SITE =
  /^((site|building|organisation|organization|practice|pharmacy|hospital|premises|property|location|facility|asset|centre) ?name|name|site|building|premises|property|asset)$/;

export const siteName: Column = {
  role: 'site name',
  label: 'the name of the site',
  named: NAME_OF_SITE,
  rule: words,
  must: true,
};

const may = (role: Column['role'], label: string, named: RegExp): Column => ({
  role,
  label,
  named,
  rule: anything,
  must: false,
});

export const siteCode = may(
  'site code',
  'the code of the site',
  /^((site|organisation|practice|ods|asset|location|building|premises) ?(code|id|ref|reference|no|number)|location ods code|uprn|code|id|ref)$/,
);
export const kindOfSite = may(
  'site kind',
  'the kind of site',
  /^((site|building|organisation|asset|premises|property|facility) ?(kind|type|use)|kind|type|category|sub ?type)$/,
);
export const serviceHere = may('service', 'the services offered there', /^(services?( key| offered| here)?|offers)$/);
export const standing = may(
  'standing',
  'whether the site exists or is a candidate',
  /^(standing|existing or candidate|site status|status)$/,
);
export const parent = may(
  'parent',
  'the organisation it belongs to',
  /^(parent|parent (code|organisation|ods ?code|name)|trust|trust (code|name)|owner|provider)$/,
);
export const address = may(
  'address',
  'the address',
  /^(address|full address|street address|street|address ?line ?1|address ?1)$/,
);
export const postcode = may(
  'postcode',
  'the postcode',
  /^(post ?code|pcds?|pc|postal code|(site|practice|location) ?post(al)? ?code)$/,
);

export const tenure = may('tenure', 'the tenure', /^(tenure|tenure type|ownership|freehold or leasehold)$/);
export const condition = may(
  'condition',
  'the condition',
  /^(condition|physical condition|six[- ]facet condition|condition grade|estatecode condition)$/,
);
const metres = (role: Column['role'], label: string, named: RegExp): Column => ({
  role,
  label,
  named,
  rule: amount,
  must: false,
});
export const floorSpace = metres(
  'floor space',
  'the floor space',
  /^(gia|gross internal (floor )?area|floor ?(space|area)|area)( ?(m2|m²|sqm|sq m|square metres))?$/,
);
export const vacantSpace = metres(
  'vacant space',
  'the vacant floor space',
  /^(vacant|empty|vacant (floor )?(space|area))( ?(m2|m²|sqm|sq m|square metres))?$/,
);

export const openingCost: Column = {
  role: 'opening cost',
  label: 'what opening a service there would cost',
  named:
    /^(opening|capital|set ?up|refurbishment|conversion|fit ?out)? ?costs?( to open| of opening)?( ?\(?(£|pounds|gbp)\)?)?$/,
  rule: amount,
  must: false,
};

/** All of them, for a planner’s own list. */
export const described: readonly Column[] = [
  siteName,
  siteCode,
  kindOfSite,
  serviceHere,
  standing,
  parent,
  address,
  postcode,
  tenure,
  condition,
  floorSpace,
  vacantSpace,
  openingCost,
];
