package jp.shikaku.kit.testing.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;

/** Reads the settings of a service from its source: mappings with their documentation, and single properties. */
final class SettingsReader {

    private final Remarks remarks;
    private final Map<String, List<String>> enums = new HashMap<>();
    private final SortedSet<Setting> settings = new TreeSet<>();

    SettingsReader(Remarks remarks) {
        this.remarks = remarks;
    }

    /** @param enumsOnly sources that hold codes some settings are of, but no settings */
    SortedSet<Setting> read(List<Path> sources, Path enumsOnly) throws IOException {
        scan(files(enumsOnly), new Enums());
        List<Path> own = sources.stream().flatMap(root -> files(root).stream()).toList();
        scan(own, new Enums());
        scan(own, new Settings());
        // What other settings are made of is read by nobody but the framework.
        remarks.keys("shikaku.")
                .filter(key -> settings.stream().noneMatch(known -> known.key().equals(key)))
                .toList()
                .forEach(key -> add(key, key.endsWith("-url") ? "Optional<URI>" : "String", Optional.empty(), ""));
        return settings;
    }

    private static List<Path> files(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void scan(List<Path> files, Scanner scanner) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            Iterable<? extends CompilationUnitTree> units = task.parse();
            scanner.trees = Trees.instance(task);
            for (CompilationUnitTree unit : units) {
                scanner.scan(unit, null);
            }
        }
    }

    private abstract static class Scanner extends TreePathScanner<Void, Void> {
        private Trees trees;

        final String documentation() {
            String found = trees.getDocComment(getCurrentPath());
            return found == null ? "" : found;
        }
    }

    private final class Enums extends Scanner {

        @Override
        public Void visitClass(ClassTree type, Void none) {
            if (type.getKind() == Tree.Kind.ENUM) {
                enums.put(
                        type.getSimpleName().toString(),
                        type.getMembers().stream()
                                .filter(member -> member instanceof VariableTree constant
                                        && constant.getType()
                                                .toString()
                                                .equals(type.getSimpleName().toString())
                                        && constant.getInitializer() instanceof NewClassTree)
                                .map(member -> ((VariableTree) member).getName().toString())
                                .toList());
            }
            return super.visitClass(type, none);
        }
    }

    private final class Settings extends Scanner {

        private final Map<String, String> constants = new HashMap<>();

        @Override
        public Void visitClass(ClassTree type, Void none) {
            type.getMembers().stream()
                    .filter(VariableTree.class::isInstance)
                    .map(VariableTree.class::cast)
                    .filter(field -> field.getInitializer() instanceof LiteralTree)
                    .forEach(field -> constants.put(field.getName().toString(), text(field.getInitializer())));
            return super.visitClass(type, none);
        }

        @Override
        public Void visitMethod(MethodTree method, Void none) {
            ClassTree owner = (ClassTree) getCurrentPath().getParentPath().getLeaf();
            argument(owner.getModifiers().getAnnotations(), "ConfigMapping", "prefix")
                    .filter(prefix -> method.getBody() == null)
                    .ifPresent(prefix -> add(
                            prefix + "." + kebab(method.getName().toString()),
                            method.getReturnType().toString(),
                            argument(method.getModifiers().getAnnotations(), "WithDefault", "value"),
                            plain(documentation())));
            return super.visitMethod(method, none);
        }

        @Override
        public Void visitVariable(VariableTree parameter, Void none) {
            List<? extends AnnotationTree> annotations =
                    parameter.getModifiers().getAnnotations();
            argument(annotations, "ConfigProperty", "name")
                    .filter(key -> key.startsWith("shikaku."))
                    .ifPresent(key -> add(
                            key,
                            parameter.getType().toString(),
                            argument(annotations, "ConfigProperty", "defaultValue"),
                            ""));
            return super.visitVariable(parameter, none);
        }

        private Optional<String> argument(List<? extends AnnotationTree> annotations, String annotation, String name) {
            return annotations.stream()
                    .filter(each -> each.getAnnotationType().toString().equals(annotation))
                    .flatMap(each -> each.getArguments().stream())
                    .filter(each -> argumentName(each).equals(name))
                    .map(each -> text(each instanceof AssignmentTree named ? named.getExpression() : each))
                    .findFirst();
        }

        /** An argument without a name is called {@code value}. */
        private String argumentName(ExpressionTree argument) {
            return argument instanceof AssignmentTree named
                    ? named.getVariable().toString()
                    : "value";
        }

        private String text(ExpressionTree expression) {
            if (expression instanceof LiteralTree literal) {
                return String.valueOf(literal.getValue());
            }
            if (expression instanceof BinaryTree sum) {
                return text(sum.getLeftOperand()) + text(sum.getRightOperand());
            }
            if (expression instanceof IdentifierTree constant) {
                return constants.getOrDefault(constant.getName().toString(), "");
            }
            return "";
        }
    }

    private void add(String key, String type, Optional<String> byDefault, String documented) {
        String meaning = documented.isEmpty() ? remarks.comment(key).orElse("") : documented;
        boolean optional = type.startsWith("Optional<");
        String kind = kind(optional ? type.substring("Optional<".length(), type.length() - 1) : type);
        String usual = remarks.value(key).or(() -> byDefault).orElse(optional ? "—" : "");
        Setting setting = new Setting(key, kind, usual, meaning);
        // One property may be read in two places: whoever says more is believed.
        settings.removeIf(known -> known.key().equals(key) && known.meaning().isEmpty());
        settings.add(setting);
    }

    private String kind(String type) {
        String simple = type.substring(type.lastIndexOf('.') + 1);
        if (enums.containsKey(simple)) {
            return enums.get(simple).stream().map(code -> "`" + code + "`").collect(Collectors.joining(" or "));
        }
        return switch (type) {
            case "Duration" -> "a time, ISO 8601 (`PT0.5S`, `PT10M`, `P30D`)";
            case "int", "Integer", "long" -> "a whole number";
            case "double" -> "a number";
            case "boolean" -> "`true` or `false`";
            case "Path" -> "the path of a file";
            case "URI" -> "an address (`https://…`)";
            case "MemorySize" -> "a size (`1M`, `1G`)";
            case "String" -> "text";
            case "List<String>", "Set<String>" -> "texts, separated by commas";
            default -> throw new IllegalStateException("how is a value of " + type + " written?");
        };
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** Documentation without its markup. */
    private static String plain(String documentation) {
        List<String> lines = new ArrayList<>();
        for (String line : documentation.strip().split("\n")) {
            lines.add(line.strip());
        }
        return String.join(" ", lines)
                .replaceAll("\\{@(?:code|value) ([^}]*)}", "`$1`")
                .replaceAll("\\{@link #?([^}]*)}", "`$1`");
    }
}
