import {type Chance, shuffled} from './chance.ts';

/** Invented but English: a first word and an ending that suits the kind of street, no name twice. */
const FIRST = (
  'Alder Anchor Apple Arbour Barley Beacon Bell Birch Bishop Blackthorn Boatyard Bramble Brewery Briar Brook Burdock Candle Carter Cedar Chandler Chapel Cherry Clover Cobbler Cooper Copper Coral Corn Cowslip Cross Curlew Cutler Daisy Dairy Dale Damson Dove Drover Dunlin Elder Elm Fairfield Falcon Farrier Fern Ferry Finch Flint Foundry Foxglove Garland Gatehouse Glebe Glover Gorse Granary Grange Granville Hawthorn Hazel Heron Hollow Honeysuckle Hornbeam Ivy Jubilee Juniper Kestrel Kiln Kingfisher Lamb Larch Lark Laurel Lavender Lilac Lime Linden Linnet Malt Manor Maple Marigold Martin Meadow Mercer Mill Mint Myrtle Nelson Nettle Oak Oast Orchard Osier Otter Paddock Parsonage Pear Pilot Pine Plover Poplar Primrose Quarry Quince Rectory Reed Regent Robin Rope Rosemary Rowan Rush Sandpiper Saxon Sedge Shepherd Shingle Skylark Smithy Sorrel Spinney Spring Staithe Starling Stone Swallow Swan Swift Sycamore Tanner Teal Tern Thistle Thorn Thrush Tide Tithe Turner Vale Vicarage Victoria Violet Walnut Warren Weaver Well Wheat Whin Willow Windmill Wren Yarrow Yew ' +
  'Abbott Addison Albion Amwell Arkle Ashby Atwell Balfour Barnaby Bartle Baxter Bellamy Bennet Bolton Bowman Brand Burrell Byron Carlton Catton Chaucer Clarence Clifton Coleman Collier Constable Cornwall Dalton Danby Darley Denham Dryden Dunstan Easton Eliot Ellis Emmett Fairfax Fenwick Fielding Fletcher Gainsford Garrick Gilbert Gordon Grafton Gresham Hadley Halton Hardy Harper Harvey Herbert Holland Hopkin Howard Hudson Hume Ingram Jarvis Keats Kendall Kirkham Lambert Langley Lawson Lister Lomax Lyndon Marlow Marsden Mason Milner Milton Morley Newton Norman Norton Osborne Palmer Parker Percy Priestley Raleigh Ridley Rigby Robson Rodney Ruskin Salter Selby Seymour Shelley Sheridan Sherwood Spencer Stanley Sutton Talbot Tennyson Thornton Vernon Wallis Walton Wesley Whitby Wilton Windsor Winslow Wyatt'
).split(' ');

const ENDINGS = {
  terrace: ['Street', 'Road', 'Terrace', 'Row', 'Place', 'Parade', 'Hill', 'Vale'],
  radial: ['Street', 'Lane', 'Gate', 'Passage', 'Yard', 'Green'],
  crescent: ['Crescent', 'Avenue', 'Drive', 'Gardens', 'Grove', 'Way', 'Rise', 'Park', 'Road'],
  close: ['Close', 'Court', 'Mews', 'End', 'Fold', 'Garth'],
  lane: ['Lane', 'Drove', 'Bank', 'Field Road', 'Hill Road'],
} as const;

export type NameKind = keyof typeof ENDINGS;

export function streetNamer(next: Chance): (kind: NameKind) => string {
  const lists = new Map<NameKind, string[]>();
  for (const kind of Object.keys(ENDINGS) as NameKind[]) {
    const names = new Set(ENDINGS[kind].flatMap((ending) => FIRST.map((first) => `${first} ${ending}`)));
    lists.set(kind, shuffled([...names], next));
  }
  const used = new Set<string>();
  return (kind) => {
    const list = lists.get(kind)!;
    for (let name = list.pop(); name !== undefined; name = list.pop()) {
      if (!used.has(name)) {
        used.add(name);
        return name;
      }
    }
    throw new RangeError(`There are no more names for a ${kind}: add first words to the list.`);
  };
}
