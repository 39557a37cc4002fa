import type { Locale } from '#lib/locales.ts';
import type { PublicationCard } from '#lib/server/alerts/publication-cards.ts';
import type { AlertFigures } from '#lib/server/mail/alerts/rules.ts';
import type { AnnotationFigures } from '#lib/server/figures/annotations.ts';
import { authorFigures, type AuthorFigures } from '#lib/server/figures/content/authors.ts';
import { audienceFigures, type AudienceFigures } from '#lib/server/figures/audience/audience.ts';
import { channelFigures, type ChannelFigures } from '#lib/server/figures/money/channels.ts';
import { editorialFigures, type EditorialFigures } from '#lib/server/figures/money/editorial.ts';
import type { IssueFigures } from '#lib/server/figures/content/issue.ts';
import type { Filters } from '#lib/filters/filters.ts';
import { forecastFigures, type ForecastFigures } from '#lib/server/forecast/forecasts.ts';
import { nextFigures, type NextFigures } from '#lib/server/forecast/next.ts';
import { issueListFigures, type IssueListFigures } from '#lib/server/figures/content/issues.ts';
import { itemFigures, type ItemFigures } from '#lib/server/figures/content/items.ts';
import type { NameFigures } from '#lib/server/figures/names.ts';
import { overviewFigures, type OverviewFigures } from '#lib/server/figures/overview.ts';
import { sectionFigures, type SectionFigures } from '#lib/server/figures/content/sections.ts';
import { sponsorFigures, type SponsorFigures } from '#lib/server/figures/sponsors/sponsors.ts';
import type { TopicProposals } from '#lib/server/figures/content/topic-proposals.ts';
import { topicFigures, type TopicFigures } from '#lib/server/figures/content/topics.ts';
import { verdictFigures, type VerdictFigures } from '#lib/server/figures/verdicts/verdicts.ts';
import type { OpenMoney } from '#lib/server/figures/money/with-money.ts';
import type { Receipt, ReceiptState } from '#lib/server/ingest/files/receipt.ts';
import type { Figure } from '../p/[publication]/answer.ts';

/** A publication as a program sees it. */
export type PublicationLine = {
	/** its short name, in addresses */
	slug: string;
	name: string;
	language: Locale;
	/** ISO 4217 */
	currency: string;
	/** IANA name: the zone of every local date */
	zone: string;
	/** ships with the product, and is invented */
	sample: boolean;
};

/** A receipt, with what somebody should say of its amounts: see `POST /api/imports/{import}`. */
export type MoneyReceipt = Receipt & { money: OpenMoney[] };

/** What became of one upload: its receipt; of a zip, that of each file below the worst of their states. */
export type UploadReceipt =
	| MoneyReceipt
	| { id: number; state: ReceiptState; files: MoneyReceipt[] };

/** What each figure answers: what its page shows. `answers.schema.json` is made from these types. */
export type Answers = {
	/** what happened, on one page */
	overview: OverviewFigures;
	/** how topics perform compared with the average of their items' positions, and over time */
	topics: TopicFigures;
	/** every item with its clickers and those expected in its position */
	items: ItemFigures;
	/** performance by section */
	sections: SectionFigures;
	/** performance by author, where the authors of items are known */
	authors: AuthorFigures;
	/** the issues with how many readers each reached and its clickers */
	issues: IssueListFigures;
	/** one issue as it is read, with the clickers of each item */
	issue: IssueFigures;
	/** cost and value of each channel, campaign and signup month */
	channels: ChannelFigures;
	/** fee and clickers of each sponsor placement */
	sponsors: SponsorFigures;
	/** production cost and value of editorial items, by topic and section */
	editorial: EditorialFigures;
	/** bot filtering: clicks excluded by each rule, and why */
	verdicts: VerdictFigures;
	/** readers: signups, unsubscribes, engagement and retention */
	audience: AudienceFigures;
	/** suggestions for the coming issue, and the value of its positions */
	next: NextFigures;
	/** drafts with their forecast clickers, and those of their issues */
	forecasts: ForecastFigures;
};

/**
 * Everything that `answers.schema.json` describes.
 *
 * @public
 */
export type Described = {
	answers: Answers;
	publication: PublicationLine;
	card: PublicationCard;
	filters: Filters;
	receipt: UploadReceipt;
	names: NameFigures;
	annotations: AnnotationFigures;
	alerts: AlertFigures;
	proposals: TopicProposals;
};

/** The figures that filters narrow; one issue has an address of its own. */
export type Name = Exclude<keyof Answers, 'issue'>;

const ask: { [K in Name]: Figure<Answers[K]> } = {
	overview: overviewFigures,
	topics: topicFigures,
	items: itemFigures,
	sections: sectionFigures,
	authors: authorFigures,
	issues: issueListFigures,
	channels: channelFigures,
	sponsors: sponsorFigures,
	editorial: editorialFigures,
	verdicts: verdictFigures,
	audience: audienceFigures,
	next: nextFigures,
	forecasts: forecastFigures
};

export const names = Object.keys(ask) as Name[];

/** By which names a program asks for figures of a publication. */
export const figureNames = Object.keys(ask);

/** The figure of that name; undefined for what is none. */
export function apiFigure(name: string): Figure<Answers[Name]> | undefined {
	return Object.hasOwn(ask, name) ? ask[name as Name] : undefined;
}
