CREATE TABLE `auth_account` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `auth_user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `auth_account_user` ON `auth_account` (`user_id`);--> statement-breakpoint
CREATE TABLE `auth_session` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `auth_user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `auth_session_token_unique` ON `auth_session` (`token`);--> statement-breakpoint
CREATE INDEX `auth_session_user` ON `auth_session` (`user_id`);--> statement-breakpoint
CREATE TABLE `auth_user` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`role` text DEFAULT 'viewer' NOT NULL,
	`founder` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `auth_user_email_unique` ON `auth_user` (`email`);--> statement-breakpoint
CREATE UNIQUE INDEX `auth_user_founder` ON `auth_user` (`founder`) WHERE founder = 1;--> statement-breakpoint
CREATE TABLE `auth_verification` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `auth_verification_identifier` ON `auth_verification` (`identifier`);--> statement-breakpoint
CREATE TABLE `annotation` (
	`id` integer PRIMARY KEY NOT NULL,
	`publication_id` integer NOT NULL,
	`date` text NOT NULL,
	`text` text NOT NULL,
	`by` text,
	FOREIGN KEY (`publication_id`) REFERENCES `publication`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `audit` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`by` text,
	`publication_id` integer,
	`action` text NOT NULL,
	`details` text
);
--> statement-breakpoint
CREATE INDEX `audit_at` ON `audit` (`at`);--> statement-breakpoint
CREATE TABLE `report` (
	`id` integer PRIMARY KEY NOT NULL,
	`publication_id` integer NOT NULL,
	`name` text NOT NULL,
	`snapshot` text NOT NULL,
	`created_at` integer NOT NULL,
	`by` text,
	FOREIGN KEY (`publication_id`) REFERENCES `publication`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `saved_view` (
	`id` integer PRIMARY KEY NOT NULL,
	`publication_id` integer NOT NULL,
	`name` text NOT NULL,
	`path` text NOT NULL,
	`pinned` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`publication_id`) REFERENCES `publication`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `schedule` (
	`id` integer PRIMARY KEY NOT NULL,
	`publication_id` integer NOT NULL,
	`report` text NOT NULL,
	`rule` text NOT NULL,
	`recipients` text NOT NULL,
	`last_sent_at` integer,
	`claimed_until` integer,
	FOREIGN KEY (`publication_id`) REFERENCES `publication`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `setting` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `share` (
	`id` integer PRIMARY KEY NOT NULL,
	`publication_id` integer NOT NULL,
	`report_id` integer,
	`path` text,
	`token_hash` text NOT NULL,
	`password_hash` text,
	`expires_at` integer,
	`revoked_at` integer,
	`views` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`publication_id`) REFERENCES `publication`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `share_tokenHash_unique` ON `share` (`token_hash`);--> statement-breakpoint
CREATE TABLE `correction` (
	`id` integer PRIMARY KEY NOT NULL,
	`issue_id` integer NOT NULL,
	`change` text NOT NULL,
	`at` integer NOT NULL,
	`by` text,
	`undone` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`issue_id`) REFERENCES `issue`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `correction_issue` ON `correction` (`issue_id`);--> statement-breakpoint
CREATE TABLE `document` (
	`id` integer PRIMARY KEY NOT NULL,
	`import_id` integer NOT NULL,
	`publication_id` integer NOT NULL,
	`source_id` integer,
	`campaign` text,
	`name` text NOT NULL,
	`format` text NOT NULL,
	`body` text NOT NULL,
	`outline` text NOT NULL,
	`rules` integer NOT NULL,
	`issue_id` integer,
	FOREIGN KEY (`import_id`) REFERENCES `import`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `document_publication` ON `document` (`publication_id`);--> statement-breakpoint
CREATE INDEX `document_import` ON `document` (`import_id`);--> statement-breakpoint
CREATE TABLE `issue` (
	`id` integer PRIMARY KEY NOT NULL,
	`publication_id` integer NOT NULL,
	`number` integer,
	`title` text NOT NULL,
	`subject` text,
	`sent_at` integer,
	`document_id` integer,
	FOREIGN KEY (`publication_id`) REFERENCES `publication`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `issue_sent` ON `issue` (`publication_id`,`sent_at`);--> statement-breakpoint
CREATE TABLE `item` (
	`id` integer PRIMARY KEY NOT NULL,
	`issue_id` integer NOT NULL,
	`section_id` integer,
	`slot` integer,
	`role` text NOT NULL,
	`format` text,
	`title` text NOT NULL,
	`text` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`issue_id`) REFERENCES `issue`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`section_id`) REFERENCES `section`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `item_issue` ON `item` (`issue_id`);--> statement-breakpoint
CREATE TABLE `item_link` (
	`issue_id` integer NOT NULL,
	`position` integer NOT NULL,
	`item_id` integer,
	`page_id` integer NOT NULL,
	`url` text NOT NULL,
	`text` text NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`issue_id`, `position`),
	FOREIGN KEY (`issue_id`) REFERENCES `issue`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `item_link_item` ON `item_link` (`item_id`);--> statement-breakpoint
CREATE INDEX `item_link_page` ON `item_link` (`page_id`);--> statement-breakpoint
CREATE TABLE `item_topic` (
	`item_id` integer NOT NULL,
	`topic_id` integer NOT NULL,
	`source` text NOT NULL,
	`confidence` real NOT NULL,
	`because` text NOT NULL,
	PRIMARY KEY(`item_id`, `topic_id`),
	FOREIGN KEY (`item_id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`topic_id`) REFERENCES `topic`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `item_topic_topic` ON `item_topic` (`topic_id`);--> statement-breakpoint
CREATE TABLE `page` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `page_key_unique` ON `page` (`key`);--> statement-breakpoint
CREATE TABLE `page_role` (
	`publication_id` integer NOT NULL,
	`page_id` integer NOT NULL,
	`role` text NOT NULL,
	`same_page_id` integer,
	PRIMARY KEY(`publication_id`, `page_id`),
	FOREIGN KEY (`publication_id`) REFERENCES `publication`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `section` (
	`id` integer PRIMARY KEY NOT NULL,
	`publication_id` integer NOT NULL,
	`title` text NOT NULL,
	`key` text NOT NULL,
	FOREIGN KEY (`publication_id`) REFERENCES `publication`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `section_publicationId_key_unique` ON `section` (`publication_id`,`key`);--> statement-breakpoint
CREATE TABLE `template_rule` (
	`id` integer PRIMARY KEY NOT NULL,
	`publication_id` integer NOT NULL,
	`rule` text NOT NULL,
	`correction_id` integer,
	`at` integer NOT NULL,
	FOREIGN KEY (`publication_id`) REFERENCES `publication`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `topic` (
	`id` integer PRIMARY KEY NOT NULL,
	`publication_id` integer NOT NULL,
	`key` text NOT NULL,
	`name_en` text NOT NULL,
	`name_fr` text NOT NULL,
	`words` text NOT NULL,
	`parent_id` integer,
	`color` integer,
	`archived` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`publication_id`) REFERENCES `publication`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `topic_publicationId_key_unique` ON `topic` (`publication_id`,`key`);--> statement-breakpoint
CREATE TABLE `url` (
	`id` integer PRIMARY KEY NOT NULL,
	`text` text NOT NULL,
	`page_id` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `url_text_unique` ON `url` (`text`);--> statement-breakpoint
CREATE INDEX `url_page` ON `url` (`page_id`);--> statement-breakpoint
CREATE TABLE `url_match` (
	`send_id` integer NOT NULL,
	`url_id` integer NOT NULL,
	`page_id` integer NOT NULL,
	`how` text NOT NULL,
	PRIMARY KEY(`send_id`, `url_id`),
	FOREIGN KEY (`send_id`) REFERENCES `send`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `bounce_event` (
	`send_id` integer NOT NULL,
	`day` integer NOT NULL,
	`reader_id` integer NOT NULL,
	`second` integer NOT NULL,
	`client_id` integer NOT NULL,
	`provenance_id` integer NOT NULL,
	PRIMARY KEY(`send_id`, `day`, `reader_id`, `second`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `click_event` (
	`send_id` integer NOT NULL,
	`day` integer NOT NULL,
	`reader_id` integer NOT NULL,
	`second` integer NOT NULL,
	`client_id` integer NOT NULL,
	`provenance_id` integer NOT NULL,
	`url_id` integer NOT NULL,
	`verdict` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`send_id`, `url_id`, `day`, `reader_id`, `second`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `client` (
	`id` integer PRIMARY KEY NOT NULL,
	`machine` integer NOT NULL,
	`agent` text NOT NULL,
	`device` text NOT NULL,
	`country` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `client_machine_agent_device_country_unique` ON `client` (`machine`,`agent`,`device`,`country`);--> statement-breakpoint
CREATE TABLE `complaint_event` (
	`send_id` integer NOT NULL,
	`day` integer NOT NULL,
	`reader_id` integer NOT NULL,
	`second` integer NOT NULL,
	`client_id` integer NOT NULL,
	`provenance_id` integer NOT NULL,
	PRIMARY KEY(`send_id`, `day`, `reader_id`, `second`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `delivery_event` (
	`send_id` integer NOT NULL,
	`day` integer NOT NULL,
	`reader_id` integer NOT NULL,
	`second` integer NOT NULL,
	`client_id` integer NOT NULL,
	`provenance_id` integer NOT NULL,
	PRIMARY KEY(`send_id`, `day`, `reader_id`, `second`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `open_event` (
	`send_id` integer NOT NULL,
	`day` integer NOT NULL,
	`reader_id` integer NOT NULL,
	`second` integer NOT NULL,
	`client_id` integer NOT NULL,
	`provenance_id` integer NOT NULL,
	`verdict` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`send_id`, `day`, `reader_id`, `second`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `rule_set` (
	`id` integer PRIMARY KEY NOT NULL,
	`publication_id` integer NOT NULL,
	`version` integer NOT NULL,
	`rules` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sequence` (
	`i` integer PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE `unsubscribe_event` (
	`send_id` integer NOT NULL,
	`day` integer NOT NULL,
	`reader_id` integer NOT NULL,
	`second` integer NOT NULL,
	`client_id` integer NOT NULL,
	`provenance_id` integer NOT NULL,
	PRIMARY KEY(`send_id`, `day`, `reader_id`, `second`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `count_issue` (
	`import_id` integer NOT NULL,
	`send_id` integer NOT NULL,
	`event` text NOT NULL,
	`total` integer,
	`unique` integer,
	PRIMARY KEY(`send_id`, `event`, `import_id`),
	FOREIGN KEY (`import_id`) REFERENCES `import`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`send_id`) REFERENCES `send`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `count_reader` (
	`import_id` integer NOT NULL,
	`send_id` integer NOT NULL,
	`event` text NOT NULL,
	`reader_id` integer NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`send_id`, `event`, `reader_id`, `import_id`),
	FOREIGN KEY (`import_id`) REFERENCES `import`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`send_id`) REFERENCES `send`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `count_url` (
	`import_id` integer NOT NULL,
	`send_id` integer NOT NULL,
	`event` text NOT NULL,
	`url_id` integer NOT NULL,
	`total` integer,
	`unique` integer,
	PRIMARY KEY(`send_id`, `event`, `url_id`, `import_id`),
	FOREIGN KEY (`import_id`) REFERENCES `import`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`send_id`) REFERENCES `send`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`url_id`) REFERENCES `url`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `placement` (
	`id` integer PRIMARY KEY NOT NULL,
	`import_id` integer NOT NULL,
	`sponsor` text NOT NULL,
	`issue` text,
	`url_id` integer,
	`fee` integer NOT NULL,
	`currency` text NOT NULL,
	`guaranteed_clicks` integer,
	FOREIGN KEY (`import_id`) REFERENCES `import`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `reader_fact` (
	`import_id` integer NOT NULL,
	`reader_id` integer NOT NULL,
	`status` text,
	`joined` integer,
	`left` integer,
	`channel` text,
	`country` text,
	`paid` integer,
	PRIMARY KEY(`import_id`, `reader_id`),
	FOREIGN KEY (`import_id`) REFERENCES `import`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`reader_id`) REFERENCES `reader`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `reader_fact_reader` ON `reader_fact` (`reader_id`);--> statement-breakpoint
CREATE TABLE `send_fact` (
	`import_id` integer NOT NULL,
	`send_id` integer NOT NULL,
	`name` text,
	`subject` text,
	`sent_at` integer,
	`draft` integer,
	PRIMARY KEY(`import_id`, `send_id`),
	FOREIGN KEY (`import_id`) REFERENCES `import`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`send_id`) REFERENCES `send`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `send_fact_send` ON `send_fact` (`send_id`);--> statement-breakpoint
CREATE TABLE `spend` (
	`id` integer PRIMARY KEY NOT NULL,
	`import_id` integer NOT NULL,
	`channel` text NOT NULL,
	`campaign` text,
	`from_date` text,
	`to_date` text,
	`amount` integer NOT NULL,
	`currency` text NOT NULL,
	FOREIGN KEY (`import_id`) REFERENCES `import`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `tag_fact` (
	`id` integer PRIMARY KEY NOT NULL,
	`import_id` integer NOT NULL,
	`url_id` integer,
	`issue` text,
	`item` text,
	`topics` text NOT NULL,
	FOREIGN KEY (`import_id`) REFERENCES `import`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `tag_fact_import` ON `tag_fact` (`import_id`);--> statement-breakpoint
CREATE TABLE `value` (
	`id` integer PRIMARY KEY NOT NULL,
	`import_id` integer NOT NULL,
	`date` text,
	`amount` integer NOT NULL,
	`currency` text NOT NULL,
	`kind` text,
	`reader_id` integer,
	`channel` text,
	`issue` text,
	`url_id` integer,
	FOREIGN KEY (`import_id`) REFERENCES `import`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `column_map` (
	`id` integer PRIMARY KEY NOT NULL,
	`publication_id` integer NOT NULL,
	`header` text NOT NULL,
	`map` text NOT NULL,
	FOREIGN KEY (`publication_id`) REFERENCES `publication`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `column_map_publicationId_header_unique` ON `column_map` (`publication_id`,`header`);--> statement-breakpoint
CREATE TABLE `import_reject` (
	`import_id` integer NOT NULL,
	`row` integer NOT NULL,
	`code` text NOT NULL,
	`cells` text NOT NULL,
	PRIMARY KEY(`import_id`, `row`),
	FOREIGN KEY (`import_id`) REFERENCES `import`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `import_send` (
	`import_id` integer NOT NULL,
	`send_id` integer NOT NULL,
	PRIMARY KEY(`import_id`, `send_id`),
	FOREIGN KEY (`import_id`) REFERENCES `import`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`send_id`) REFERENCES `send`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `import_skip` (
	`import_id` integer NOT NULL,
	`code` text NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`import_id`, `code`),
	FOREIGN KEY (`import_id`) REFERENCES `import`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `import` (
	`id` integer PRIMARY KEY NOT NULL,
	`publication_id` integer NOT NULL,
	`source_id` integer,
	`name` text NOT NULL,
	`container` text,
	`hash` text NOT NULL,
	`bytes` integer NOT NULL,
	`read` integer,
	`spool` text,
	`state` text NOT NULL,
	`provider` text,
	`kind` text,
	`rows` integer DEFAULT 0 NOT NULL,
	`accepted` integer DEFAULT 0 NOT NULL,
	`duplicate` integer DEFAULT 0 NOT NULL,
	`rejected` integer DEFAULT 0 NOT NULL,
	`skipped` integer DEFAULT 0 NOT NULL,
	`reading` text,
	`trouble` text,
	`as_of` integer,
	`complete` integer DEFAULT false NOT NULL,
	`started_at` integer NOT NULL,
	`finished_at` integer,
	`process` integer,
	`by` text,
	FOREIGN KEY (`publication_id`) REFERENCES `publication`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`source_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `import_hash` ON `import` (`publication_id`,`hash`);--> statement-breakpoint
CREATE TABLE `inbox_file` (
	`path` text PRIMARY KEY NOT NULL,
	`bytes` integer NOT NULL,
	`modified_at` integer NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `provenance` (
	`id` integer PRIMARY KEY NOT NULL,
	`imports` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `provenance_imports_unique` ON `provenance` (`imports`);--> statement-breakpoint
CREATE TABLE `domain` (
	`id` integer PRIMARY KEY NOT NULL,
	`hash` blob NOT NULL,
	`free` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `domain_hash_unique` ON `domain` (`hash`);--> statement-breakpoint
CREATE TABLE `publication` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`language` text NOT NULL,
	`currency` text NOT NULL,
	`zone` text NOT NULL,
	`sample` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`suggest_from` real DEFAULT 0.5 NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `publication_slug_unique` ON `publication` (`slug`);--> statement-breakpoint
CREATE TABLE `reader` (
	`id` integer PRIMARY KEY NOT NULL,
	`publication_id` integer NOT NULL,
	`hash` blob NOT NULL,
	`domain_id` integer,
	`erased` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`publication_id`) REFERENCES `publication`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reader_publicationId_hash_unique` ON `reader` (`publication_id`,`hash`);--> statement-breakpoint
CREATE TABLE `reader_alias` (
	`source_id` integer NOT NULL,
	`alias` text NOT NULL,
	`reader_id` integer NOT NULL,
	FOREIGN KEY (`source_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`reader_id`) REFERENCES `reader`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reader_alias_sourceId_alias_unique` ON `reader_alias` (`source_id`,`alias`);--> statement-breakpoint
CREATE TABLE `send` (
	`id` integer PRIMARY KEY NOT NULL,
	`source_id` integer NOT NULL,
	`campaign` text NOT NULL,
	`name` text,
	`subject` text,
	`sent_at` integer,
	`draft` integer DEFAULT false NOT NULL,
	`issue_id` integer,
	`issue_by` text,
	`rule_set_id` integer,
	FOREIGN KEY (`source_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `send_issue` ON `send` (`issue_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `send_sourceId_campaign_unique` ON `send` (`source_id`,`campaign`);--> statement-breakpoint
CREATE TABLE `source` (
	`id` integer PRIMARY KEY NOT NULL,
	`publication_id` integer NOT NULL,
	`provider` text NOT NULL,
	`account` text DEFAULT '' NOT NULL,
	`zone` text,
	FOREIGN KEY (`publication_id`) REFERENCES `publication`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `source_publicationId_provider_account_unique` ON `source` (`publication_id`,`provider`,`account`);--> statement-breakpoint
CREATE TABLE `rollup_day` (
	`send_id` integer NOT NULL,
	`day` integer NOT NULL,
	`readers` blob NOT NULL,
	PRIMARY KEY(`send_id`, `day`),
	FOREIGN KEY (`send_id`) REFERENCES `send`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `rollup_issue` (
	`issue_id` integer PRIMARY KEY NOT NULL,
	`layer` text NOT NULL,
	`basis` text NOT NULL,
	`delivered` integer,
	`clickers` integer,
	`clicks` integer,
	`all_clicks` integer,
	`matched` integer NOT NULL,
	`ambiguous` integer NOT NULL,
	`all_openers` integer,
	`human_openers` integer,
	`open_population` integer,
	`open_clickers` integer,
	`unsubscribed` integer,
	`data_up_to` integer,
	`readers` blob,
	FOREIGN KEY (`issue_id`) REFERENCES `issue`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `rollup_item` (
	`item_id` integer PRIMARY KEY NOT NULL,
	`issue_id` integer NOT NULL,
	`clickers` integer,
	`clicks` integer,
	`all_clicks` integer,
	`shared` integer NOT NULL,
	`readers` blob,
	FOREIGN KEY (`item_id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`issue_id`) REFERENCES `issue`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `rollup_item_issue` ON `rollup_item` (`issue_id`);--> statement-breakpoint
CREATE TABLE `rollup_page` (
	`issue_id` integer NOT NULL,
	`page_id` integer NOT NULL,
	`clickers` integer,
	`clicks` integer,
	`all_clicks` integer,
	PRIMARY KEY(`issue_id`, `page_id`),
	FOREIGN KEY (`issue_id`) REFERENCES `issue`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `rollup_quarter` (
	`issue_id` integer NOT NULL,
	`item_id` integer NOT NULL,
	`quarter` integer NOT NULL,
	`clicks` integer NOT NULL,
	`first` integer NOT NULL,
	PRIMARY KEY(`issue_id`, `item_id`, `quarter`),
	FOREIGN KEY (`issue_id`) REFERENCES `issue`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `rollup_verdict` (
	`send_id` integer NOT NULL,
	`event` text NOT NULL,
	`verdict` integer NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`send_id`, `event`, `verdict`),
	FOREIGN KEY (`send_id`) REFERENCES `send`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `sequence` WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 19999) SELECT i FROM n;
