import 'react';

declare module 'react' {
  interface InputHTMLAttributes<T> {
    /** Lets the learner choose a folder instead of files (File and Directory Entries API). */
    webkitdirectory?: '' | undefined;
  }
}
