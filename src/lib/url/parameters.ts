import { isPerson } from './person.ts';

/** Names joined into one test of a whole name. */
function named(names: string): RegExp {
	return new RegExp(`^(?:${names.trim().split(/\s+/).join('|')})$`, 'i');
}

/**
 * Parameters that say who the reader is: removed before anything is stored. Click ids of advertisers
 * are among them, since each belongs to one person's click.
 */
const READER = named(String.raw`
	mc_eid ck_subscriber_id _hsenc __hstc __hssc __hsfp mkt_tok token jwt_token access_token auth_token
	vero_id ml_subscriber ml_subscriber_hash _ke _kx cio_id sg_uid dm_i _bta_tid trk_contact
	oly_anon_id oly_enc_id wickedid rb_clickid bhcl_id bhcid _bhlid bh_uid last_resource_guid
	fbclid gclid gclsrc dclid gbraid wbraid msclkid twclid ttclid li_fat_id igshid yclid ysclid ScCid
	epik irclickid ndclid srsltid _ga _gl _branch_match_id __s elq elqtrackid
	spuserid sc_uid bxid cndid regi_id inf_contact_key _cldee omnisendcontactid emdi emci ceid can_id
	sfmc_(?:sub|id|subkey) iterablemessageid bt_ee mi_u et_rid vgo_ee _se
	e?-?mail(?:_?address)? user_?email email_?hash hashed_email em_hash
	subscriber(?:_?u?u?id)? sub_?id contact_?id recipient(?:_?id)? member_?uuid reader_?id`);

/** Parameters that say how the reader arrived, never which page they reached: removed before comparing. */
const ARRIVAL = named(String.raw`
	utm_\w+ mc_cid mc_tc _bhiiv
	_hsmi hsCtaTracking hsa_\w+ vero_conv cio_link_id _bta_c trk_msg trk_module trk_sid
	fb_action_ids fb_action_types fb_source fb_ref gad_source gad_campaignid
	(?:mtm|matomo|pk|piwik|itm|int)_\w+ xtor at_(?:medium|campaign|custom\d)
	_openstat spm cmpid ncid ef_id s_kwcid _branch_referrer
	spmailingid spjobid spreportid sc_(?:src|lid|llid|customer) wickedsource elqa(?:id|t) elqcampaignid
	ss_(?:source|campaign_\w+|email_id) esid email_referrer omnisendcampaignid iterable(?:campaign|template)id
	mi_ecmp cm_(?:mmc|ven|cat|pla|ite) et_cid`);

/** What is functional elsewhere and arrival or reader on these hosts: read together with the lists above. */
const LOCAL: { host: RegExp; reader?: RegExp; arrival?: RegExp }[] = [
	{
		host: /(?:^|\.)substack\.com$/,
		reader: named('r j isFreemail'),
		arrival: named('publication_id post_id showWelcomeOnShare triedRedirect')
	},
	{
		host: /(?:^|\.)(?:list-manage\d*\.com|campaign-archive\d*\.com|mailchi\.mp)$/,
		reader: named('e')
	},
	{ host: /(?:^|\.)(?:twitter|x)\.com$/, arrival: named('s t ref_src ref_url') },
	{
		host: /(?:^|\.)(?:youtube(?:-nocookie)?\.com|youtu\.be)$/,
		arrival: named('si feature pp')
	},
	{ host: /(?:^|\.)spotify\.com$/, arrival: named('si') },
	{
		host: /(?:^|\.)amazon\.(?:com?\.)?[a-z]{2,3}$/,
		arrival: named(String.raw`ref_ tag pd_rd_\w+ pf_rd_\w+`)
	},
	{ host: /(?:^|\.)theguardian\.com$/, arrival: named('CMP') }
];

/** Whether a parameter of that host says who the reader is. */
export function isReader(host: string, name: string): boolean {
	return (
		isPerson(name) ||
		READER.test(name) ||
		LOCAL.some((local) => local.reader?.test(name) && local.host.test(host))
	);
}

/** Whether a parameter of that host says how the reader arrived. */
export function isArrival(host: string, name: string): boolean {
	return (
		ARRIVAL.test(name) || LOCAL.some((local) => local.arrival?.test(name) && local.host.test(host))
	);
}
