CREATE TABLE `__new_placement` (
	`id` integer PRIMARY KEY NOT NULL,
	`publication_id` integer NOT NULL,
	`import_id` integer,
	`left_out` integer DEFAULT false NOT NULL,
	`sponsor` text NOT NULL,
	`issue` text,
	`item` text,
	`url_id` integer,
	`fee` integer,
	`currency` text,
	`guaranteed_clicks` integer,
	FOREIGN KEY (`publication_id`) REFERENCES `publication`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`import_id`) REFERENCES `import`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `__new_placement`(`id`, `publication_id`, `import_id`, `sponsor`, `issue`, `url_id`, `fee`, `currency`, `guaranteed_clicks`) SELECT p.`id`, i.`publication_id`, p.`import_id`, p.`sponsor`, p.`issue`, p.`url_id`, p.`fee`, p.`currency`, p.`guaranteed_clicks` FROM `placement` p JOIN `import` i ON i.`id` = p.`import_id`;--> statement-breakpoint
DROP TABLE `placement`;--> statement-breakpoint
ALTER TABLE `__new_placement` RENAME TO `placement`;--> statement-breakpoint
CREATE INDEX `placement_publication` ON `placement` (`publication_id`);--> statement-breakpoint
CREATE TABLE `__new_spend` (
	`id` integer PRIMARY KEY NOT NULL,
	`publication_id` integer NOT NULL,
	`import_id` integer,
	`left_out` integer DEFAULT false NOT NULL,
	`channel` text NOT NULL,
	`campaign` text,
	`from_date` text,
	`to_date` text,
	`amount` integer NOT NULL,
	`currency` text NOT NULL,
	FOREIGN KEY (`publication_id`) REFERENCES `publication`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`import_id`) REFERENCES `import`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `__new_spend`(`id`, `publication_id`, `import_id`, `channel`, `campaign`, `from_date`, `to_date`, `amount`, `currency`) SELECT s.`id`, i.`publication_id`, s.`import_id`, s.`channel`, s.`campaign`, s.`from_date`, s.`to_date`, s.`amount`, s.`currency` FROM `spend` s JOIN `import` i ON i.`id` = s.`import_id`;--> statement-breakpoint
DROP TABLE `spend`;--> statement-breakpoint
ALTER TABLE `__new_spend` RENAME TO `spend`;--> statement-breakpoint
CREATE INDEX `spend_publication` ON `spend` (`publication_id`);--> statement-breakpoint
CREATE TABLE `__new_value` (
	`id` integer PRIMARY KEY NOT NULL,
	`publication_id` integer NOT NULL,
	`import_id` integer,
	`left_out` integer DEFAULT false NOT NULL,
	`date` text,
	`to_date` text,
	`amount` integer NOT NULL,
	`currency` text NOT NULL,
	`kind` text,
	`reader_id` integer,
	`channel` text,
	`campaign` text,
	`issue` text,
	`url_id` integer,
	`conversions` integer,
	`sessions` integer,
	FOREIGN KEY (`publication_id`) REFERENCES `publication`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`import_id`) REFERENCES `import`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `__new_value`(`id`, `publication_id`, `import_id`, `date`, `to_date`, `amount`, `currency`, `kind`, `reader_id`, `channel`, `issue`, `url_id`) SELECT v.`id`, i.`publication_id`, v.`import_id`, v.`date`, v.`date`, v.`amount`, v.`currency`, v.`kind`, v.`reader_id`, v.`channel`, v.`issue`, v.`url_id` FROM `value` v JOIN `import` i ON i.`id` = v.`import_id`;--> statement-breakpoint
DROP TABLE `value`;--> statement-breakpoint
ALTER TABLE `__new_value` RENAME TO `value`;--> statement-breakpoint
CREATE INDEX `value_publication` ON `value` (`publication_id`);--> statement-breakpoint
ALTER TABLE `publication` ADD `rates` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `publication` ADD `costs` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `rollup_day` ADD `clicks` blob;--> statement-breakpoint
INSERT INTO `setting`(`name`, `value`) SELECT 'resettle:' || o.`publication_id`, group_concat(s.`id`) FROM `send` s JOIN `source` o ON o.`id` = s.`source_id` WHERE true GROUP BY o.`publication_id` ON CONFLICT (`name`) DO UPDATE SET `value` = `value` || ',' || excluded.`value`;
