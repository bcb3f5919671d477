/* What few visits need of the network's line: fetched together. */

export { default as NetworkChoice } from './NetworkChoice';
export { default as OwnStanding } from './OwnStanding';
