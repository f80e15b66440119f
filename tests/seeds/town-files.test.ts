import {readdirSync, readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {makeTown} from '../../seeds/town.ts';
import {townFiles} from '../../seeds/town-files.ts';

const committed = new URL('../../seeds/town/', import.meta.url);
const town = makeTown();
const files = townFiles(town);
const text = (name: string) => new TextDecoder().decode(files.get(name));
const rows = (name: string) =>
  text(name)
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));

type Areas = {
  features: {properties: Record<string, string>; geometry: {type: string; coordinates: [number, number][][]}}[];
};
type Sites = {
  features: {
    properties: {
      kind: string;
      name: string;
      postcode: string;
      standing: string;
      services: string[];
      gia_m2: number;
      vacant_m2: number;
      tenure: string;
      condition: string;
    };
    geometry: {coordinates: [number, number]};
  }[];
};
const areas = (JSON.parse(text('areas.geojson')) as Areas).features;
const sites = (JSON.parse(text('sites.geojson')) as Sites).features;

describe('the files of the sample town', () => {
  it('are the same bytes each time they are made, and the same as those committed', () => {
    const again = townFiles(makeTown());
    expect([...again.keys()].sort()).toEqual(readdirSync(committed).sort());
    for (const [name, bytes] of files) {
      expect(Buffer.compare(bytes, again.get(name)!), `${name} made twice`).toBe(0);
      expect(
        Buffer.compare(bytes, readFileSync(new URL(name, committed))),
        `${name}: run npm run seed and commit`,
      ).toBe(0);
    }
  });

  it('are small enough to ship', () => {
    const size = [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
    expect(size).toBeLessThanOrEqual(1_500_000);
    expect(files.get('streets.osm.pbf')!.length).toBeLessThanOrEqual(1_000_000);
  });

  it('name a hundred areas by codes that no real area has, the same in every table', () => {
    const codes = areas.map((f) => f.properties.lsoa21_code!);
    expect(codes).toHaveLength(100);
    expect(new Set(codes).size).toBe(100);
    for (const code of codes) expect(code).toMatch(/^E0199\d{4}$/);
    for (const name of ['centroids.csv', 'deprivation.csv', 'residents.csv']) {
      expect(
        rows(name)
          .slice(1)
          .map((r) => r[0]),
        name,
      ).toEqual(codes);
    }
    expect(new Set(areas.map((f) => f.properties.lsoa21_name)).size).toBe(100);
    expect(new Set(areas.map((f) => f.properties.ward24_code)).size).toBe(15);
  });

  it('have the columns of the published tables', () => {
    expect(text('deprivation.csv').split('\n')[0]).toBe(
      'lsoa21_code,IMD_decile,Income_decile,Employment_decile,Education_decile,Health_decile,Crime_decile,Housing_and_Services_decile,Environment_decile,IMD_rank,Income_rank,Employment_rank,Education_rank,Health_rank,Crime_rank,Housing_and_Services_rank,Environment_rank,IMD_score,Income_score,Employment_score,Education_score,Health_score,Crime_score,Housing_and_Services_score,Environment_score',
    );
    expect(text('residents.csv').split('\n')[0]).toBe(
      'lsoa21_code,lsoa21_name,Aged 15 years and under,Aged 16 to 24 years,Aged 25 to 34 years,Aged 35 to 49 years,Aged 50 to 64 years,Aged 65 years and over,total',
    );
    expect(text('centroids.csv').split('\n')[0]).toBe('lsoa21_code,lon,lat,point');
  });

  it('count residents in bands that add up, a thousand to three thousand an area', () => {
    const totals = rows('residents.csv')
      .slice(1)
      .map((r) => {
        const bands = r.slice(2, 8).map(Number);
        expect(bands.every((n) => Number.isInteger(n) && n > 0)).toBe(true);
        expect(
          bands.reduce((a, b) => a + b, 0),
          r[1],
        ).toBe(Number(r[8]));
        return Number(r[8]);
      });
    expect(Math.min(...totals)).toBeGreaterThanOrEqual(1000);
    expect(Math.max(...totals)).toBeLessThanOrEqual(3000);
    expect(totals.reduce((a, b) => a + b, 0)).toBe(town.areas.reduce((sum, a) => sum + a.people, 0));
  });

  it('put the old by the sea and in the villages, and the young in the new homes', () => {
    const share = (ward: string) => {
      const here = areas.flatMap((f, i) => (f.properties.ward24_name === ward ? [rows('residents.csv')[i + 1]!] : []));
      return here.reduce((sum, r) => sum + Number(r[7]), 0) / here.reduce((sum, r) => sum + Number(r[8]), 0);
    };
    for (const old of ['South Shore', 'Marram Sands', 'Oxgarth', 'Saltwyke']) {
      for (const young of ['Market', 'Ashmere', 'Hollingarth']) expect(share(old)).toBeGreaterThan(1.5 * share(young));
    }
  });

  it('rank deprivation as England does: distinct ranks, deciles that follow from them, scores that fall', () => {
    const header = rows('deprivation.csv')[0]!;
    const table = rows('deprivation.csv').slice(1);
    for (const domain of [
      'IMD',
      'Income',
      'Employment',
      'Education',
      'Health',
      'Crime',
      'Housing_and_Services',
      'Environment',
    ]) {
      const at = (measure: string) => header.indexOf(`${domain}_${measure}`);
      const ranks = table.map((r) => Number(r[at('rank')]));
      expect(new Set(ranks).size).toBe(100);
      for (const r of table) {
        expect(Number(r[at('rank')])).toBeGreaterThanOrEqual(1);
        expect(Number(r[at('rank')])).toBeLessThanOrEqual(33_755);
        expect(Number(r[at('decile')])).toBe(Math.ceil(Number(r[at('rank')]) / 3375.5));
      }
      const byRank = [...table].sort((a, b) => Number(a[at('rank')]) - Number(b[at('rank')]));
      const scores = byRank.map((r) => Number(r[at('score')]));
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
    }
    expect(table.filter((r) => Number(r[1]) <= 2)).toHaveLength(30);
  });

  it('hold thirty buildings, ten services between them, and one dialysis unit far away', () => {
    expect(sites).toHaveLength(30);
    expect(new Set(sites.map((s) => s.properties.name)).size).toBe(30);
    expect([...new Set(sites.flatMap((s) => s.properties.services))].sort()).toEqual([
      'advice',
      'diagnostics',
      'dialysis',
      'general-practice',
      'job-club',
      'leisure',
      'library',
      'outpatients',
      'pharmacy',
      'phlebotomy',
    ]);
    expect(sites.filter((s) => s.properties.services.includes('dialysis')).map((s) => s.properties.name)).toEqual([
      'Thorminster Dialysis Unit',
    ]);
    for (const {properties: p} of sites) {
      expect(p.postcode).toMatch(/^EY\d{1,2} \d[A-Z]{2}$/);
      expect(['existing', 'candidate']).toContain(p.standing);
      expect(['A', 'B', 'C', 'D']).toContain(p.condition);
      expect(p.vacant_m2).toBeLessThanOrEqual(p.gia_m2);
      if (p.standing === 'candidate') expect(p.services).toEqual([]);
    }
  });

  it('leave room for a dialysis unit in one building only: the half-empty local centre', () => {
    const roomy = sites.filter((s) => s.properties.vacant_m2 >= 900).map((s) => s.properties);
    expect(roomy.map((p) => p.name)).toEqual(['Hollingarth Centre']);
    expect(roomy[0]!.vacant_m2 / roomy[0]!.gia_m2).toBeGreaterThan(0.5);
  });
});
