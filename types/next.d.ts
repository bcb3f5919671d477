// Next writes next-env.d.ts only when it runs; with this, a fresh clone type-checks before that.
/// <reference types="next" />
/// <reference types="next/image-types/global" />
