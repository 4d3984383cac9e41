/** How values of the domain are kept in columns. The entities of every feature use them without naming them. */
package jp.shikaku.registration.column;
