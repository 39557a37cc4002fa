ALTER TABLE `item` ADD `authors` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `item` ADD `authors_said` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `item` ADD `authors_tagged` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `tag_fact` ADD `authors` text DEFAULT '[]' NOT NULL;