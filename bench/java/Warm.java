import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.Version;
import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmDestination;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.s9api.XdmSequenceIterator;
import net.sf.saxon.s9api.XsltExecutable;
import net.sf.saxon.s9api.XsltTransformer;

/**
 * A Saxon that stays: it compiles a stylesheet once and runs it over the same documents as often as it is told.
 *
 * <p>The arguments are the stylesheet and the documents, which are kept as bytes. It prints the version of Saxon; for each document the
 * number of rules that looked at a node and the number of assertions that failed; then, for each number of passes that it reads, how many
 * nanoseconds so many passes over all documents took, and how many of them this thread had a processor. It ends with its input.
 */
public final class Warm {
    private final XsltExecutable stylesheet;

    private Warm(File stylesheet) throws SaxonApiException {
        this.stylesheet = new Processor(false).newXsltCompiler().compile(new StreamSource(stylesheet));
    }

    public static void main(String[] args) throws Exception {
        Warm saxon = new Warm(new File(args[0]));
        System.out.println(Version.getProductVersion());
        List<byte[]> documents = new ArrayList<>();
        for (int i = 1; i < args.length; i++) {
            documents.add(Files.readAllBytes(Path.of(args[i])));
        }
        for (byte[] document : documents) {
            XdmNode report = saxon.check(document);
            System.out.println(count(report, "fired-rule") + " " + (count(report, "failed-assert") + count(report, "successful-report")));
        }
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            int passes = Integer.parseInt(order);
            long begin = System.nanoTime();
            long worked = threads.getCurrentThreadCpuTime();
            for (int i = 0; i < passes; i++) {
                for (byte[] document : documents) {
                    saxon.check(document);
                }
            }
            System.out.println((System.nanoTime() - begin) + " " + (threads.getCurrentThreadCpuTime() - worked));
        }
    }

    /** Runs the stylesheet and leaves its report as a tree, which costs less than text: the figures are the least that a caller pays. */
    private XdmNode check(byte[] document) throws SaxonApiException {
        XdmDestination report = new XdmDestination();
        XsltTransformer transformer = stylesheet.load();
        transformer.setSource(new StreamSource(new ByteArrayInputStream(document)));
        transformer.setDestination(report);
        transformer.transform();
        return report.getXdmNode();
    }

    private static int count(XdmNode report, String name) {
        int n = 0;
        for (XdmSequenceIterator<XdmNode> nodes = report.axisIterator(Axis.DESCENDANT); nodes.hasNext(); ) {
            XdmNode node = nodes.next();
            if (node.getNodeKind() == XdmNodeKind.ELEMENT && node.getNodeName().getLocalName().equals(name)) {
                n++;
            }
        }
        return n;
    }
}
