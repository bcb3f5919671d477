/**
 * Next runs the scripts of this queue before it takes over the page, and yields to the browser after each.
 * This empty one is there only for that: without it the script that arrives last is compiled and React
 * evaluated in one task. A version of Next without such a queue ignores it.
 */
export const TURN_SCRIPT = "(self.__next_s=self.__next_s||[]).push([0,{children:''}]);";
