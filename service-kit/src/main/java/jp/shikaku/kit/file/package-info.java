/**
 * What files that people and their systems write have in common: encodings, records and their values, dates. Reads in
 * memory that does not grow with the file, and knows no framework.
 */
package jp.shikaku.kit.file;
