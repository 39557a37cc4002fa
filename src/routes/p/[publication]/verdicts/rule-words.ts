import { words } from '#lib/messages/words.ts';
import { getLocale } from '#lib/messages/compiled/runtime.js';

export const ruleWords = (rule: string) => words(`rule.${rule}`, {}, getLocale());
export const reasonWords = (rule: string) => words(`reason.${rule}`, {}, getLocale());
export const missingWords = (why: string) => words(`missing.${why}`, {}, getLocale());
export const parameterWords = (name: string) => words(`rule.parameter.${name}`, {}, getLocale());
