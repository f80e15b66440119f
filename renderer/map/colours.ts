/** Data colours: safe for colour-blind eyes, printed well, with values of their own for the dark theme. */

import {NOT_REACHED} from '../area-times.ts';

export type ThemeName = 'light' | 'dark';

/** Breaks that a person would choose, in minutes. The last class is everything longer. */
const NEAR = [5, 10, 15, 20, 30, 45] as const;
/** For services that nearly everyone travels far to: on the other scale the whole map would be one colour. */
const FAR = [15, 30, 45, 60, 75, 90] as const;

/** The scale for these times: the far one only where fewer than a tenth of the areas that are reached are within 30 minutes. */
export function minuteBreaks(seconds: Uint16Array): readonly number[] {
  let [reached, near] = [0, 0];
  for (const time of seconds) {
    if (time !== NOT_REACHED) reached++;
    if (time <= 30 * 60) near++;
  }
  return reached > 0 && near < reached / 10 ? FAR : NEAR;
}

interface Colours {
  paper: string;
  ground: string;
  minutes: readonly string[];
  /** From the most deprived fifth to the least. */
  deprivation: readonly string[];
  /** From much quicker to much slower; the middle is no change. */
  change: readonly string[];
  border: string;
  outline: string;
  street: string;
  water: string;
  green: string;
  hatch: string;
  ink: string;
  quiet: string;
  halo: string;
  accent: string;
  onAccent: string;
  candidate: string;
  closed: string;
  idle: string;
  focus: string;
}

export const COLOURS: Record<ThemeName, Colours> = {
  light: {
    paper: '#f3f5f2',
    ground: '#e8ece8',
    minutes: ['#e4f3ee', '#c3e4dc', '#9bd0cb', '#6db8bd', '#4398a8', '#2c7790', '#1d5876'],
    deprivation: ['#54278f', '#7256a8', '#9d90c6', '#c7bfdf', '#e9e5f2'],
    change: ['#54278f', '#8a79bb', '#c9c3e0', '#fbfbfa', '#f8d6a8', '#e59a45', '#a65408'],
    border: '#ffffff',
    outline: '#93a09f',
    street: '#22353f',
    water: '#b9d0dc',
    green: '#e2ebdd',
    hatch: '#7c878d',
    ink: '#14202b',
    quiet: '#4d5a64',
    halo: 'rgba(255,255,255,0.92)',
    accent: '#0b6e6e',
    onAccent: '#ffffff',
    candidate: '#14202b',
    closed: '#8a3b34',
    idle: '#6c7780',
    focus: '#ffdd00',
  },
  dark: {
    paper: '#0d1317',
    ground: '#1c262b',
    minutes: ['#d3ede6', '#a5d3cb', '#76b5b3', '#4e949c', '#336f84', '#25506b', '#1b3450'],
    deprivation: ['#4a2196', '#6040a6', '#7560b0', '#8b7db9', '#a19ac2'],
    change: ['#5a2fb0', '#7660b8', '#8d83b5', '#39434a', '#b08a57', '#b87022', '#a3560a'],
    border: '#0d1317',
    outline: '#5a6a72',
    street: '#e6efed',
    water: '#122733',
    green: '#131d1a',
    hatch: '#93a0a6',
    ink: '#f2f5f4',
    quiet: '#b9c4c8',
    halo: 'rgba(9,14,17,0.8)',
    accent: '#56c2ba',
    onAccent: '#06201f',
    candidate: '#f2f5f4',
    closed: '#ff9b90',
    idle: '#93a0a6',
    focus: '#ffdd00',
  },
};

/** The class of a value among ascending breaks, a value on a break falling below it: 15 minutes is within 15. */
export function classOf(value: number, breaks: readonly number[]): number {
  let index = 0;
  while (index < breaks.length && value > breaks[index]!) index++;
  return index;
}

/** The same for changes: 0 in the middle, a change on a break falling away from the middle on both sides. */
export function changeClassOf(change: number): number {
  if (change <= -10) return 0;
  if (change <= -5) return 1;
  if (change <= -1) return 2;
  if (change < 1) return 3;
  if (change < 5) return 4;
  if (change < 10) return 5;
  return 6;
}

/** How strongly one band of minutes covers the map. Bands lie in one another, so the inner ones are covered more often. */
export const BAND_OPACITY = 0.18;
