package guanjia.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The handbooks of the estates. A change is seen at once by this process and within 5 s by others; questions being answered meanwhile
 * finish on the old version. Blocking; call from a virtual thread. Safe for use by many threads.
 */
public interface Handbooks {
    /**
     * Publishes a file. A file of the same name (whatever its ending) replaces the one before as its next version; anchors of headings
     * that stay are kept.
     *
     * @param fileName its ending (.md .txt .html .pdf .docx) tells the format
     */
    Publication publish(String estate, String fileName, byte[] content);

    /** The same for several files by name, which are seen together; quicker than one after the other. */
    Map<String, Publication> publish(String estate, Map<String, byte[]> files);

    /** The current versions, by title. */
    List<Handbook> list(String estate);

    /** The current version of one. */
    Optional<Handbook> find(String estate, String id);

    /** Takes one away. @return whether it was there */
    boolean delete(String estate, String id);

    /** All sections that the reader may see, in the order of the document; empty when there is no such handbook or none is for them. */
    List<Section> sections(String estate, String id, Audience reader);

    /** One section; empty when it doesn't exist or isn't for this reader. */
    Optional<Section> section(String estate, String id, String anchor, Audience reader);
}
