/**
 * The languages that pages, reports and mail speak; forms, commands and documents offer these. Each
 * has its words in `messages/<locale>.json`, its habits in `lib/messages/languages`, and a line in
 * `project.inlang/settings.json`.
 */
export const locales = ['fr', 'en'] as const;

export type Locale = (typeof locales)[number];
