/**
 * Next runs the scripts of this queue before it takes over the page, and gives the browser a turn after each. An empty one
 * is there for the turn: without it the script that arrives last is compiled and React evaluated in one task. A version
 * of Next that has no such queue takes no notice.
 */
export const TURN_SCRIPT = "(self.__next_s=self.__next_s||[]).push([0,{children:''}]);";
