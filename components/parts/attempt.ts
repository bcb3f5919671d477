'use client';

import { createContext } from 'react';

/** Another object each time that a part is drawn anew after a failure. */
export const Attempt = createContext<object>({});
