import { m } from '#lib/messages/compiled/messages.js';
import { weekdayName } from '#lib/messages/forecast-words.ts';
import { languageOf } from '#lib/messages/languages/language.ts';
import type { Formats } from '#lib/messages/format.ts';
import type { Rule } from '#lib/server/mail/rule.ts';

/** An hour as a clock of that language shows it. */
export function clock(hour: number, { locale }: Formats): string {
	const at = Date.UTC(2024, 0, 1, hour);
	const style = { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' } as const;
	return new Intl.DateTimeFormat(languageOf(locale).tag, style).format(at);
}

/** When a report goes out, in words. */
export function ruleWords(rule: Rule, formats: Formats): string {
	const options = { locale: formats.locale };
	if (rule.every === 'issue') return m['schedules.rule.issue']({}, options);

	const hour = clock(rule.hour, formats);
	const when =
		rule.every === 'week'
			? m['schedules.rule.week']({ day: weekdayName(rule.day, formats.locale), hour }, options)
			: m['schedules.rule.month']({ day: rule.day, hour }, options);
	return rule.last === null
		? when
		: `${when}, ${m['schedules.of.last']({ n: rule.last }, options)}`;
}
