import { audienceFigures } from '#lib/server/figures/audience/audience.ts';
import { audienceTables } from '#lib/server/report/tables/audience-tables.ts';
import { answer } from '../answer.ts';

export async function load(event) {
	const figures = await answer(event, audienceFigures);
	const { language } = event.locals;
	// as files have them; cohorts stand in the page as they are
	const { months, engaged, channels, tiers, curves, tenure, ...others } = audienceTables;
	const { companies, issues, topics, times, devices, countries } = others;
	return {
		figures,
		tables: {
			months: months(figures, language),
			engaged: engaged(figures, language),
			channels: channels(figures, language),
			tiers: tiers(figures, language),
			curves: curves(figures, language),
			tenure: tenure(figures, language),
			companies: companies(figures, language),
			issues: issues(figures, language),
			topics: topics(figures, language),
			times: times(figures, language),
			devices: devices(figures, language),
			countries: countries(figures, language)
		}
	};
}
