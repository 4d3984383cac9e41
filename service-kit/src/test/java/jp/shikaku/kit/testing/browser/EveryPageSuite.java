package jp.shikaku.kit.testing.browser;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Whether every page of a service was looked at by its page tests, which ran before: whatever answers with a template, and
 * each form that is sent back. Nobody has to remember to add a new page to the tests.
 */
public abstract class EveryPageSuite {

    private static final Path CLASSES = Path.of("target", "classes");
    private static final String SIGN_IN = "jp.shikaku.kit.page.SignInPages";

    /** Forms that lead on to another page whatever is sent, such as {@code POST /ja/tickets/{number}/decision}. */
    protected abstract Set<String> leadingOn();

    /** An answer of the service, and the addresses it is the answer of. */
    private record Answer(String name, Pattern addresses) {

        static Answer of(String method, String path) {
            String japanese = path.replace("{language:ja|en}", "ja");
            return new Answer(
                    method + " " + japanese, Pattern.compile(method + " " + japanese.replaceAll("\\{[^}]*}", "[^/]+")));
        }

        /** The more of an address is said by letters, the closer: {@code /new} before {@code /{id}}. */
        int closeness() {
            return name.replaceAll("\\{[^}]*}", "").length();
        }
    }

    @Test
    void everyPageWasLookedAtWithAxe() throws Exception {
        assumeTrue(
                Files.isDirectory(LookedAt.FOLDER),
                "The tests of the pages left nothing here: there was no browser, or they were left out.");

        assertThat(unseen(looks())).isEmpty();
    }

    @Test
    void aPageThatNobodyLooksAtIsFound() throws Exception {
        assertThat(unseen(List.of("POST /en/sign-in")))
                .contains("GET /ja/sign-in")
                .doesNotContain("POST /ja/sign-in");
    }

    @Test
    void whatLeadsOnIsThere() throws Exception {
        assertThat(answers().stream().map(Answer::name)).containsAll(leadingOn());
    }

    private Set<String> unseen(List<String> looks) throws Exception {
        List<Answer> answers = answers();
        Set<String> unseen = new TreeSet<>();
        answers.forEach(answer -> unseen.add(answer.name()));
        unseen.removeAll(leadingOn());
        for (String look : looks) {
            String japanese = look.replaceFirst(" /en\\b", " /ja");
            answers.stream()
                    .filter(answer -> answer.addresses().matcher(japanese).matches())
                    .max(Comparator.comparingInt(Answer::closeness))
                    .ifPresent(answer -> unseen.remove(answer.name()));
        }
        return unseen;
    }

    private static List<String> looks() throws IOException {
        List<String> looks = new ArrayList<>();
        try (Stream<Path> files = Files.list(LookedAt.FOLDER)) {
            for (Path file : files.toList()) {
                looks.addAll(Files.readAllLines(file));
            }
        }
        return looks;
    }

    private static List<Answer> answers() throws Exception {
        List<Answer> answers = new ArrayList<>();
        for (String name : pageClasses()) {
            Class<?> pages = Class.forName(name, false, EveryPageSuite.class.getClassLoader());
            for (Method method : pages.getDeclaredMethods()) {
                boolean gets = method.isAnnotationPresent(GET.class);
                if ((gets || method.isAnnotationPresent(POST.class))
                        && method.getGenericReturnType().getTypeName().contains("TemplateInstance")) {
                    answers.add(Answer.of(
                            gets ? "GET" : "POST",
                            path(pages.getAnnotation(jakarta.ws.rs.Path.class))
                                    + path(method.getAnnotation(jakarta.ws.rs.Path.class))));
                }
            }
        }
        return answers;
    }

    private static String path(jakarta.ws.rs.Path path) {
        return path == null ? "" : path.value();
    }

    private static List<String> pageClasses() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return Stream.concat(
                            Stream.of(SIGN_IN),
                            files.map(file -> CLASSES.relativize(file).toString())
                                    .filter(file -> file.endsWith("Pages.class"))
                                    .map(file -> file.replace(".class", "").replace('/', '.')))
                    .toList();
        }
    }
}
