package guanjia.knowledge.reading;

import java.io.IOException;
import java.util.Set;

/** Reads one format. Stateless, so that files can be read at once; any exception of its own means that the file is broken. */
interface HandbookReader {
    /** File endings it takes, in lower case without the dot. */
    Set<String> endings();

    /** Puts what the file says into the outline, in document order. */
    void read(HandbookFile file, Outline outline) throws UnreadableHandbook, IOException;
}
