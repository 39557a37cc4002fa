import { locales } from '#lib/locales.ts';
import { reportKind, reportKinds } from '#lib/report-kinds.ts';
import { choiceIn, idOrNullIn, textIn } from '../../../form.ts';

/**
 * Reads what somebody wants a report of; the period, what it is compared with and the filters
 * are those of the address.
 *
 * @throws {Trouble} badChoice, badNumber
 */
export function readReportForm(form: FormData) {
	const kind = choiceIn(form, 'kind', reportKinds);
	const { of } = reportKind(kind);
	// of a receipt and of a summary of sponsors; empty for all of these
	const placement = idOrNullIn(form, 'placement');
	const sponsor = textIn(form, 'sponsor').slice(0, 300) || null;
	return {
		kind,
		locale: choiceIn(form, 'locale', locales),
		// a field that is not there at all names nothing either
		name: textIn(form, 'name').slice(0, 120) || null,
		placement: of === 'placement' ? placement : null,
		sponsor: of === 'sponsor' ? sponsor : null
	};
}
