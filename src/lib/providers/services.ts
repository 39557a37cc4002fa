// long: it is a list of services, not logic
import type { ReadLanguage } from '#lib/locales.ts';

/** A service whose exports are known. */
export type Service = {
	/** as in `receipt.provider` */
	id: string;
	/** as the service writes itself */
	name: string;
	/** where its export is, in the words of its own menus; several are parted by `; ` */
	exportPath: string;
	/** the language of its menus, where it is not English */
	menus?: ReadLanguage;
	/** sells advertising or takes money, and sends no letters */
	money?: true;
};

/** Every known service, by name. Tests hold this list, the recognisers and the documentation together. */
export const services: readonly Service[] = [
	{ id: 'acymailing', name: 'AcyMailing', exportPath: 'Users → Export' },
	{ id: 'activecampaign', name: 'ActiveCampaign', exportPath: 'Contacts → Export' },
	{ id: 'aweber', name: 'AWeber', exportPath: 'Subscribers → Manage subscribers → Export CSV' },
	{ id: 'beehiiv', name: 'beehiiv', exportPath: 'Settings → Export data; Posts → Export' },
	{
		id: 'braze',
		name: 'Braze',
		exportPath: 'Data export → Currents; Analytics → Query builder → Export'
	},
	{
		id: 'brevo',
		name: 'Brevo',
		exportPath:
			'Contacts → Export; Campaigns → a campaign → Recipients → Export; Transactional → Logs → Export'
	},
	{ id: 'buttondown', name: 'Buttondown', exportPath: 'Settings → Exports' },
	{
		id: 'campaignmonitor',
		name: 'Campaign Monitor',
		exportPath: 'A campaign → Recipient activity → Export; Lists & subscribers → a list → Export'
	},
	{ id: 'constantcontact', name: 'Constant Contact', exportPath: 'Contacts → Export' },
	{ id: 'curated', name: 'Curated', exportPath: 'Subscribers → Export' },
	{
		id: 'customerio',
		name: 'Customer.io',
		exportPath: 'Deliveries & drafts → Sent → Export; Integrations → Reporting webhooks'
	},
	{
		id: 'dotdigital',
		name: 'Dotdigital',
		exportPath: 'Contacts → a list → Export; a campaign → Report → Openers or clickers → Export'
	},
	{ id: 'getresponse', name: 'GetResponse', exportPath: 'Contacts → Search contacts → Export' },
	{ id: 'ghost', name: 'Ghost', exportPath: 'Members → Export; Analytics → Posts → Export' },
	{
		id: 'hubspot',
		name: 'HubSpot',
		exportPath:
			'Marketing → Email → an e-mail → Recipients → Export; Contacts → Export; Settings → Email → Subscriptions → Export'
	},
	{
		id: 'iterable',
		name: 'Iterable',
		exportPath: 'Insights → Export data → Email opens, clicks, sends …'
	},
	{ id: 'keila', name: 'Keila', exportPath: 'Contacts → Export' },
	{ id: 'kit', name: 'Kit', exportPath: 'Subscribers → Export' },
	{
		id: 'klaviyo',
		name: 'Klaviyo',
		exportPath: 'Campaigns → Export; Audience → Lists & segments → a list → Export'
	},
	{
		id: 'listmonk',
		name: 'listmonk',
		exportPath: 'Maintenance → Analytics → Export; Subscribers → Export'
	},
	{
		id: 'mailchimp',
		name: 'Mailchimp',
		exportPath:
			'Account → Settings → Manage my data → Export data; Audience → All contacts → Export; Reports → a campaign → Export'
	},
	{
		id: 'mailerlite',
		name: 'MailerLite',
		exportPath: 'Subscribers → Export; Campaigns → Sent → Export'
	},
	{
		id: 'mailgun',
		name: 'Mailgun',
		exportPath: 'Sending → Logs → Export; Sending → Suppressions → Export'
	},
	{ id: 'mailjet', name: 'Mailjet', exportPath: 'Statistics → a campaign → Export; webhooks' },
	{ id: 'mailpoet', name: 'MailPoet', exportPath: 'Subscribers → Export' },
	{ id: 'mailup', name: 'MailUp', exportPath: 'Statistics → a message → Full export' },
	{ id: 'mautic', name: 'Mautic', exportPath: 'Reports → a report → Export to CSV' },
	{
		id: 'postmark',
		name: 'Postmark',
		exportPath: 'A server → a message stream → Activity → Export; webhooks'
	},
	{
		id: 'salesforce',
		name: 'Salesforce Marketing Cloud',
		exportPath: 'Automation Studio → Data extract → Tracking extract; SQL queries of the data views'
	},
	{
		id: 'sarbacane',
		name: 'Sarbacane',
		exportPath: 'Campagnes → une campagne → Statistiques → Destinataires → Exporter',
		menus: 'fr'
	},
	{ id: 'sendgrid', name: 'SendGrid', exportPath: 'Activity → Email Activity Feed → Export CSV' },
	{ id: 'sendy', name: 'Sendy', exportPath: 'A list → Export' },
	{
		id: 'substack',
		name: 'Substack',
		exportPath: 'Settings → Exports → New export; Subscribers → Export; Stats → Posts'
	},
	{ id: 'google', name: 'Google Ads', exportPath: 'Campaigns → Download → CSV', money: true },
	{
		id: 'linkedin',
		name: 'LinkedIn Ads',
		exportPath: 'Campaign Manager → Export → Campaign performance',
		money: true
	},
	{
		id: 'meta',
		name: 'Meta Ads',
		exportPath: 'Ads Manager → Reports → Export table data',
		money: true
	},
	{
		id: 'paypal',
		name: 'PayPal',
		exportPath: 'Activity → All reports → Activity download',
		money: true
	},
	{ id: 'shopify', name: 'Shopify', exportPath: 'Orders → Export', money: true },
	{ id: 'stripe', name: 'Stripe', exportPath: 'Payments → Export', money: true },
	{
		id: 'woocommerce',
		name: 'WooCommerce',
		exportPath: 'Analytics → Orders → Download',
		money: true
	}
];

/** How a service writes itself; its id where it is not known, as in a mapping that names one. */
export function serviceName(id: string): string {
	return services.find((service) => service.id === id)?.name ?? id;
}
