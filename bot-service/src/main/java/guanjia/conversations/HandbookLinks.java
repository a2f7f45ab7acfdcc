package guanjia.conversations;

import guanjia.knowledge.Audience;
import guanjia.knowledge.Citation;
import java.util.Optional;

/**
 * Links from a citation to the page it stands on.
 *
 * @param publicUrl the product's address as residents reach it, without a slash at the end
 */
record HandbookLinks(String publicUrl) {
    /** The link, where the channel takes one and the page is for everybody. Telegram refuses buttons that aren't https. */
    Optional<String> to(Citation citation, Scene scene) {
        boolean shown =
                switch (scene.channel()) {
                    case WEB -> true;
                    case TELEGRAM -> publicUrl.startsWith("https://");
                    case SMS -> false;
                };
        boolean hasPage = citation.source() == Citation.Source.HANDBOOK && citation.audience() == Audience.EVERYBODY;
        return scene.estate()
                .filter(estate -> shown && hasPage)
                .map(estate ->
                        publicUrl + "/handbook/" + estate.code() + "/" + citation.handbook() + "#" + citation.anchor());
    }
}
