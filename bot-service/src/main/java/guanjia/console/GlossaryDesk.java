package guanjia.console;

import guanjia.directory.Estate;
import guanjia.knowledge.Glossary;
import guanjia.staff.Audit;
import guanjia.staff.Right;
import guanjia.staff.StaffMember;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An estate's own words for handbook terms, as staff keep them. */
@Component
@OnConsoleRole
class GlossaryDesk {
    private static final int MOST_TERMS = 2_000;
    private static final int MOST_WORDS = 100;
    private static final int LONGEST = 100;
    private static final int REPORT = 200;

    private final Glossary glossary;
    private final Access access;
    private final Audit audit;

    GlossaryDesk(Glossary glossary, Access access, Audit audit) {
        this.glossary = glossary;
        this.access = access;
        this.audit = audit;
    }

    Map<String, List<String>> terms(StaffMember who, String estate) {
        return glossary.terms(access.enter(who, Right.LOOK_UP, estate).code().value());
    }

    /** Words of questions that matched nothing, the most frequent first. */
    List<Glossary.UnmatchedWord> unmatched(StaffMember who, String estate) {
        return glossary.unmatched(
                access.enter(who, Right.READ_GAPS, estate).code().value(), REPORT);
    }

    /** Puts these entries in place of all there were; the same again changes nothing. @return them, tidied */
    Map<String, List<String>> replace(
            StaffMember who, String estate, Map<String, @Nullable List<@Nullable String>> written) {
        Estate here = access.enter(who, Right.EDIT_GLOSSARY, estate);
        Map<String, List<String>> terms = read(written);
        Map<String, List<String>> before = glossary.terms(here.code().value());
        if (!before.equals(terms)) {
            glossary.replace(here.code().value(), terms);
            Set<String> changed = new LinkedHashSet<>(terms.keySet());
            changed.addAll(before.keySet());
            changed.removeIf(term -> words(terms, term).equals(words(before, term)));
            note(who, here, changed, before, terms);
        }
        return terms;
    }

    private void note(
            StaffMember who,
            Estate estate,
            Set<String> changed,
            Map<String, List<String>> before,
            Map<String, List<String>> after) {
        Map<String, String> was = new LinkedHashMap<>();
        Map<String, String> is = new LinkedHashMap<>();
        changed.stream().limit(MOST_WORDS).forEach(term -> {
            was.put(term, String.join(", ", words(before, term)));
            is.put(term, String.join(", ", words(after, term)));
        });
        String code = estate.code().value();
        audit.record(who, new Audit.Deed("glossary.replaced", Optional.of(estate.code()), code, was, is));
    }

    private static List<String> words(Map<String, List<String>> terms, String term) {
        return terms.getOrDefault(term, List.of());
    }

    private static Map<String, List<String>> read(Map<String, @Nullable List<@Nullable String>> written) {
        Fields fields = new Fields();
        Map<String, List<String>> terms = new LinkedHashMap<>();
        written.forEach((term, words) -> {
            boolean fits = !term.isBlank() && term.length() <= LONGEST;
            fields.check(fits, term, "a term of 1 to 100 characters");
            List<String> read = fields.list(
                    term, words, List.of(), Fields.words(1, LONGEST), "a list of words of 1 to 100 characters");
            fields.check(!read.isEmpty() && read.size() <= MOST_WORDS, term, "a list of 1 to 100 words");
            terms.put(term.strip(), read.stream().distinct().toList());
        });
        fields.check(terms.size() <= MOST_TERMS, "", "a glossary of at most 2,000 terms");
        fields.refuseWrong();
        return terms;
    }
}
