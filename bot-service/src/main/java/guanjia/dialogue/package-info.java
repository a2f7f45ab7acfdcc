/** The dialogue engine: flows as plain methods, re-run over the stored answers every turn. Imports the JDK only. */
@NullMarked
package guanjia.dialogue;

import org.jspecify.annotations.NullMarked;
