package jp.shikaku.local.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

import jp.shikaku.local.postgres.LocalPostgres;
import jp.shikaku.local.process.Folders;
import jp.shikaku.local.process.Ports;

/** A checkout with built stub services, a data folder and a row of free ports, all for one test. */
record LocalMachine(Layout layout) {

    private static final Path POSTGRES = Path.of("target", "postgres").toAbsolutePath();
    private static final int LOWEST = 10_000;
    private static final int RANGE = 12_000;

    static LocalMachine in(Path folder) throws IOException {
        var layout = new Layout(folder.resolve("checkout"), folder.resolve("data"), freeBase(folder));
        for (var service : Service.values()) {
            build(Form.JVM.parts(layout.built(service)));
        }
        new DataFolder(layout.data()).make();
        shareUnpackedPostgres(layout.postgres());
        return new LocalMachine(layout);
    }

    private static int freeBase(Path folder) {
        return new Random()
                .ints(LOWEST, LOWEST + RANGE)
                .mapToObj(base -> new Layout(folder, folder, base))
                .filter(layout -> Stream.of(Service.values())
                        .allMatch(service -> Ports.isFree(layout.port(service))
                                && Ports.isFree(layout.adminPort(service))
                                && Ports.isFree(layout.databasePort(service))))
                .findFirst()
                .orElseThrow()
                .portBase();
    }

    private static void build(Path application) throws IOException {
        Files.createDirectories(application);
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StubService.class.getName());
        var name = StubService.class.getName().replace('.', '/') + ".class";
        try (var jar = new JarOutputStream(Files.newOutputStream(application.resolve("quarkus-run.jar")), manifest);
                var program = StubService.class.getResourceAsStream("/" + name)) {
            jar.putNextEntry(new JarEntry(name));
            program.transferTo(jar);
        }
    }

    /** Unpacking takes seconds; here it is not what is tested. */
    private static void shareUnpackedPostgres(Path home) throws IOException {
        LocalPostgres.forTests(POSTGRES).close();
        Folders.make(home);
        try (var unpacked = Files.newDirectoryStream(POSTGRES, "binaries-*")) {
            for (var folder : unpacked) {
                Files.createSymbolicLink(home.resolve(folder.getFileName()), folder);
            }
        }
    }

    ProcessHandle process(Service service) {
        return new ServiceProcess(layout, service).find().orElseThrow();
    }

    void breakService(Service service) throws IOException {
        Files.createFile(layout.data().resolve("broken-" + service.label()));
    }

    void repairService(Service service) throws IOException {
        Files.delete(layout.data().resolve("broken-" + service.label()));
    }

    /** The names of the variables that the service was last started with. */
    Iterable<String> environment(Service service) throws IOException {
        return Files.readAllLines(layout.data().resolve("environment-" + service.label()));
    }
}
