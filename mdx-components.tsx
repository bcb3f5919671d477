import type { MDXComponents } from 'mdx/types';
import { LESSON_COMPONENTS } from '@/components/mdx';

export const useMDXComponents = (): MDXComponents => LESSON_COMPONENTS;
