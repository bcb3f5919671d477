/**
 * The ten digits as two people might write them, made up for this project: for each digit its strokes, for each
 * stroke the points that the pen passes ("x,y", in a box about 100 wide and 140 high). A new stroke begins at a
 * corner too, because the way between the points is curved.
 */
type Written = readonly string[];

export interface Hand {
  /** How far the top leans to the right of the bottom, as a share of the height. */
  readonly slant: number;
  /** By digit, 0 to 9. */
  readonly digits: readonly Written[];
}

/** Round and upright; the four is open, the one a single line. */
const UPRIGHT: readonly Written[] = [
  ['56,5 26,18 10,68 26,122 54,135 82,116 92,66 80,18 56,5'],
  ['52,5 51,70 48,135'],
  ['14,36 24,12 52,4 80,20 80,48 58,80 32,108 12,132', '12,132 50,129 92,132'],
  ['15,18 45,4 78,18 74,46 42,62', '42,62 80,76 86,108 54,135 14,120'],
  ['28,8 20,50 14,80', '14,80 54,80 92,76', '72,8 68,70 66,135'],
  ['82,8 52,8 26,10', '26,10 23,36 20,60', '20,60 52,52 84,74 82,112 50,134 14,122'],
  ['72,6 42,30 20,76 22,118 50,135 79,116 76,86 50,77 24,98'],
  ['12,10 50,11 88,9', '88,9 64,62 46,135'],
  ['52,66 24,44 28,14 54,5 80,20 74,46 52,66 24,92 26,124 54,136 82,120 80,90 52,66'],
  ['80,26 54,6 24,24 26,58 54,68 76,48 80,26 79,80 72,135'],
];

/** Slanted; the one has an upstroke, the seven a bar, the four is closed, the two has a loop. */
const SLANTED: readonly Written[] = [
  ['60,8 32,22 20,66 28,116 50,134 74,112 82,60 70,18 46,6'],
  ['26,40 44,24 60,5', '60,5 58,70 57,135'],
  ['18,32 38,8 70,10 82,36 60,80 28,120 10,124 18,108 44,116 68,132 96,122'],
  ['18,8 50,9 84,8', '84,8 64,32 44,54', '44,54 78,64 88,98 60,132 14,122'],
  ['64,8 38,50 10,92', '10,92 50,93 94,90', '66,50 66,90 65,135'],
  ['32,12 28,36 24,60', '24,60 56,50 84,72 78,112 48,134 14,120', '32,12 62,11 92,6'],
  ['58,5 32,52 18,98 34,132 64,130 78,104 62,82 36,90 22,110'],
  ['12,24 16,10 50,12 90,8', '90,8 64,66 48,135', '34,74 60,71 86,66'],
  ['80,24 54,6 28,22 36,50 66,82 74,116 48,136 22,116 34,82 64,52 82,26'],
  ['80,28 58,8 28,22 24,52 48,66 74,46 82,20', '82,20 80,80 64,122 38,134 20,122'],
];

export const HANDS: readonly Hand[] = [
  { slant: 0.02, digits: UPRIGHT },
  { slant: 0.2, digits: SLANTED },
];
