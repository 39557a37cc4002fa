import { m } from './compiled/messages.js';
import { weekdayName } from './forecast-words.ts';
import { languageOf } from './languages/language.ts';
import type { Formats } from './format.ts';
import type { Rule } from '../server/mail/rule.ts';

/** When a report goes out, in words. */
export function scheduleWords(rule: Rule, formats: Formats): string {
	const options = { locale: formats.locale };
	if (rule.every === 'issue') return m['schedules.rule.issue']({}, options);

	const hour = formats.clock(rule.hour);
	const when =
		rule.every === 'week'
			? m['schedules.rule.week']({ day: weekdayName(rule.day, formats.locale), hour }, options)
			: m['schedules.rule.month'](
					{ day: languageOf(formats.locale).dayOfMonth(String(rule.day)), hour },
					options
				);
	return rule.last === null
		? when
		: `${when}, ${m['schedules.of.last']({ n: rule.last }, options)}`;
}
