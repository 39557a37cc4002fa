/**
 * The languages that pages, reports and mail speak; forms, commands and documents offer these. Each
 * has its words in `messages/<locale>.json`, its habits in `lib/messages/languages`, and a line in
 * `project.inlang/settings.json`.
 */
export const locales = ['fr', 'en'] as const;

export type Locale = (typeof locales)[number];

/**
 * The languages whose exports and letters are read. Each has its words in `lib/providers/words` and
 * `lib/issue/words`, and its months in `lib/calendar-words.ts`.
 */
export const readLanguages = ['en', 'fr', 'de', 'es', 'it', 'nl', 'pt'] as const;

export type ReadLanguage = (typeof readLanguages)[number];
