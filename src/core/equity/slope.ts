import {type NoAnswer, noAnswer} from '../access/no-answer.ts';
import type {RankedPeople} from './ranked-people.ts';

/** The slope and the relative index of inequality, each with its 95 % interval where one can be had. */
export interface Slope {
  /** The fitted value at the most deprived end (rank 0) and the rise from there to the least deprived end. */
  intercept: number;
  slopeIndex: number;
  slopeInterval: [number, number] | null;
  /** The fitted value at the least deprived end over that at the most deprived end. */
  relativeIndex: number | null;
  relativeInterval: [number, number] | null;
  groups: number;
}

/** The normal deviate of a 95 % interval. */
const Z = 1.959963984540054;

/**
 * The slope index of inequality (SII) and the relative index (RII), as England's public health indicators define them
 * (PHEindicatormethods): the least-squares line through group means against rank, groups weighted by people.
 *
 * For minutes, a slope of −8.5 means that the least deprived end of the line travels 8.5 minutes less than the most
 * deprived end. It speaks of a straight line: where the middle is worst off it sees nothing. At least five groups are
 * asked for. The intervals come from how widely areas scatter within each group, so every group needs two areas or more;
 * the slope is a weighted sum of group means and its interval the exact limit of the simulation that the package runs,
 * the ratio's is Fieller's. They say how well the line is known, not that anything was sampled.
 */
export function slope(ranked: RankedPeople): Slope | NoAnswer {
  const {share, rank, mean, standardError} = ranked;
  const groups = share.length;
  if (groups < 5) return noAnswer('too-few-groups');
  const middle = share.reduce((sum, p, g) => sum + p * rank[g]!, 0);
  const spread = share.reduce((sum, p, g) => sum + p * (rank[g]! - middle) ** 2, 0);
  // Both ends of the line as weighted sums of the group means.
  const forSlope = share.map((p, g) => (p * (rank[g]! - middle)) / spread);
  const forIntercept = share.map((p, g) => p - middle * forSlope[g]!);
  const forEnd = forIntercept.map((weight, g) => weight + forSlope[g]!);
  const dot = (weights: Float64Array) => weights.reduce((sum, weight, g) => sum + weight * mean[g]!, 0);
  const shared = (one: Float64Array, other: Float64Array) =>
    one.reduce((sum, weight, g) => sum + weight * other[g]! * standardError[g]! ** 2, 0);
  const [intercept, slopeIndex, end] = [dot(forIntercept), dot(forSlope), dot(forEnd)];
  const known = standardError.every((error) => !Number.isNaN(error));
  const reach = Z * Math.sqrt(shared(forSlope, forSlope));
  return {
    intercept,
    slopeIndex,
    slopeInterval: known ? [slopeIndex - reach, slopeIndex + reach] : null,
    relativeIndex: intercept === 0 ? null : end / intercept,
    relativeInterval: known
      ? fieller(
          end,
          intercept,
          shared(forEnd, forEnd),
          shared(forIntercept, forIntercept),
          shared(forEnd, forIntercept),
        )
      : null,
    groups,
  };
}

/** Fieller's interval for a ratio; `null` where the lower term may be 0, since then any ratio may be right. */
function fieller(
  upper: number,
  lower: number,
  upperVariance: number,
  lowerVariance: number,
  covariance: number,
): [number, number] | null {
  const a = lower * lower - Z * Z * lowerVariance;
  const b = upper * lower - Z * Z * covariance;
  const c = upper * upper - Z * Z * upperVariance;
  if (a <= 0) return null;
  const root = Math.sqrt(Math.max(0, b * b - a * c));
  return [(b - root) / a, (b + root) / a];
}
