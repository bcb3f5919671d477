/**
 * `npm run check:content`: reads every lesson and way to learn, and prints file and line of each fault that would
 * trouble a learner. Exits with 1 at any fault; the build stops at them as well.
 */
import { checkContent } from './content/check';

const { files, faults } = checkContent();
for (const fault of faults) console.log(fault);
console.log(`${files} texts, ${faults.length === 0 ? 'no faults' : `${faults.length} faults`}.`);
if (faults.length > 0) process.exitCode = 1;
