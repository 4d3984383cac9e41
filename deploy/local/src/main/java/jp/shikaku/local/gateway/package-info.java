/**
 * The folder exchange of receipt computers: whoever drops a request document into one folder finds its answer, under the same
 * name, in another.
 */
package jp.shikaku.local.gateway;
