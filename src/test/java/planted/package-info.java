/** A small house that breaks each rule of the architecture once, so that its test can show that the rules find it. */
package planted;
