package guanjia.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * BM25 over words and over pairs of characters, added: together they find 5 points more than either. In memory, immutable; garbage once
 * nobody searches it. Safe for use by many threads.
 */
final class Lexical {
    private static final String WORDS = "words";
    private static final String PAIRS = "pairs";
    private static final Analyzer SMART = new SmartChineseAnalyzer();
    private static final Analyzer BIGRAM = new CJKAnalyzer(CharArraySet.EMPTY_SET);
    private static final int MOST_TERMS = 400;

    private final IndexSearcher searcher;

    /** Word or pair of characters → how many entries have it, as the one or the other. */
    private final Map<String, Integer> having = new HashMap<>();

    /** @param texts normalised; an entry is known by its place in this list */
    Lexical(List<String> texts) {
        try {
            ByteBuffersDirectory directory = new ByteBuffersDirectory();
            IndexWriterConfig config =
                    new IndexWriterConfig(new PerFieldAnalyzerWrapper(SMART, Map.of(WORDS, SMART, PAIRS, BIGRAM)));
            try (IndexWriter writer = new IndexWriter(directory, config)) {
                for (String text : texts) {
                    Document document = new Document();
                    document.add(new TextField(WORDS, text, Field.Store.NO));
                    document.add(new TextField(PAIRS, text, Field.Store.NO));
                    writer.addDocument(document);
                }
                writer.forceMerge(1);
            }
            this.searcher = new IndexSearcher(DirectoryReader.open(directory));
            for (String field : List.of(WORDS, PAIRS)) {
                count(MultiTerms.getTerms(searcher.getIndexReader(), field));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Place of an entry → its score, the best first. @param text normalised */
    Map<Integer, Double> search(String text, int depth) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        int terms = add(query, WORDS, words(text)) + add(query, PAIRS, tokens(BIGRAM, PAIRS, text));
        if (terms == 0 || searcher.getIndexReader().numDocs() == 0) {
            return Map.of();
        }
        return scores(query.build(), depth);
    }

    private void count(@Nullable Terms terms) throws IOException {
        if (terms == null) {
            return; // nobody has any
        }
        TermsEnum each = terms.iterator();
        for (BytesRef term = each.next(); term != null; term = each.next()) {
            having.merge(term.utf8ToString(), each.docFreq(), Math::max);
        }
    }

    /** Whether any entry has this word. */
    boolean knows(String word) {
        return having.containsKey(word);
    }

    /** How rare a word or pair of characters is: 0 for one that every entry has; the highest for one that none has. */
    double rarity(String word) {
        int all = searcher.getIndexReader().numDocs();
        int some = having.getOrDefault(word, 0);
        return Math.log(1 + (all - some + 0.5) / (some + 0.5));
    }

    /** The words of a normalised text as the dictionary cuts it. */
    static List<String> words(String text) {
        return tokens(SMART, WORDS, text);
    }

    /** The pairs of characters of a normalised text. */
    static List<String> pairs(String text) {
        return tokens(BIGRAM, PAIRS, text);
    }

    private static int add(BooleanQuery.Builder query, String field, List<String> tokens) {
        Set<String> distinct = new HashSet<>(tokens);
        distinct.stream()
                .limit(MOST_TERMS)
                .map(token -> (Query) new TermQuery(new Term(field, token)))
                .forEach(term -> query.add(term, BooleanClause.Occur.SHOULD));
        return distinct.size();
    }

    private Map<Integer, Double> scores(Query query, int depth) {
        try {
            Map<Integer, Double> scores = new LinkedHashMap<>();
            for (ScoreDoc each : searcher.search(query, depth).scoreDocs) {
                scores.put(each.doc, (double) each.score);
            }
            return scores;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> tokens(Analyzer analyzer, String field, String text) {
        try (TokenStream stream = analyzer.tokenStream(field, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            List<String> tokens = new java.util.ArrayList<>();
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(term.toString());
            }
            stream.end();
            return tokens;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
