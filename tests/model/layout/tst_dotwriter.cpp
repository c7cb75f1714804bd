// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "systems.h"

#include <model/layout/dotwriter.h>

#include <QRegularExpression>
#include <QTest>

#include <graphviz/cgraph.h>

#include <memory>

using namespace Qt::StringLiterals;
using model::layout::writeDot;
using tests::layout::shop;

namespace {

using Graph = std::unique_ptr<Agraph_t, int (*)(Agraph_t *)>;

// As Graphviz itself reads it; null when it does not.
Graph parse(const QByteArray &dot)
{
    agseterr(AGMAX); // the test says what is wrong
    return {agmemread(dot.constData()), &agclose};
}

QString labelOf(void *object)
{
    return QString::fromUtf8(agget(object, const_cast<char *>("label")));
}

Agnode_t *nodeOf(const Graph &graph, const QString &name)
{
    return agnode(graph.get(), name.toUtf8().data(), 0);
}

} // namespace

class TestDotWriter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void graphvizReadsTheShop_data()
    {
        QTest::addColumn<QString>("packaging");
        QTest::addColumn<int>("clusters");
        QTest::addColumn<int>("stores");
        QTest::newRow("monolith") << u"monolith"_s << 1 << 1;
        QTest::newRow("by team") << u"by-team"_s << 7 << 6;
        QTest::newRow("microservices") << u"microservices"_s << 11 << 10;
    }
    void graphvizReadsTheShop()
    {
        QFETCH(QString, packaging);
        QFETCH(int, clusters);
        QFETCH(int, stores);
        const Graph graph = parse(writeDot(shop(), *model::packaging::preset(packaging, shop())));
        QVERIFY(graph);
        int found = 0;
        for (Agraph_t *each = agfstsubg(graph.get()); each != nullptr; each = agnxtsubg(each)) {
            QVERIFY(QByteArray(agnameof(each)).startsWith("cluster"));
            ++found;
        }
        QCOMPARE(found, clusters);
        QCOMPARE(agnnodes(graph.get()), 1 + 11 + 3 + stores); // shoppers, capabilities, topics, databases
        QCOMPARE(labelOf(nodeOf(graph, u"capability:catalogue"_s)), u"Catalogue"_s);
    }

    void optionalCallsAreDashed()
    {
        const Graph graph = parse(writeDot(shop(), *model::packaging::preset(u"monolith"_s, shop())));
        Agnode_t *storefront = nodeOf(graph, u"capability:storefront"_s);
        const auto styleTo = [&](const QString &callee) {
            Agedge_t *edge = agedge(graph.get(), storefront, nodeOf(graph, callee), nullptr, 0);
            return edge == nullptr ? QByteArray("no edge")
                                   : QByteArray(agget(edge, const_cast<char *>("style")));
        };
        QCOMPARE(styleTo(u"capability:search"_s), QByteArray("dashed"));
        QCOMPARE(styleTo(u"capability:cart"_s), QByteArray());
        QCOMPARE(styleTo(u"capability:payments"_s), QByteArray("no edge"));
    }

    void textsCannotLeaveTheirQuotes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("quotes") << u"\"]; evil -> evil; x [label=\""_s;
        QTest::newRow("a backslash at the end") << u"Cart\\"_s;
        QTest::newRow("a backslash before a quote") << u"Cart\\\" [x=y]"_s;
        QTest::newRow("escapes of labels") << u"\\N \\G \\L \\n"_s;
        QTest::newRow("entities") << u"&lt;&quot;&"_s;
        QTest::newRow("markup") << u"<b>Cart</b>"_s;
        QTest::newRow("lines") << u"one\ntwo\r\n# three\n// four"_s;
        QTest::newRow("control characters") << u"a\u0000b\u0007"_s;
        QTest::newRow("other scripts") << u"購物車 🛒 عربة"_s;
        QTest::newRow("nothing") << QString();
    }
    void textsCannotLeaveTheirQuotes()
    {
        QFETCH(QString, text);
        auto system = shop();
        system.title = text;
        for (auto &capability : system.capabilities) {
            capability.title = text;
            capability.purpose = text;
        }
        const Graph graph = parse(writeDot(system, *model::packaging::preset(u"by-team"_s, system)));
        QVERIFY(graph);
        QCOMPARE(agnnodes(graph.get()), 1 + 11 + 3 + 6);
        QString shown = labelOf(nodeOf(graph, u"capability:cart"_s));
        shown.replace(u"\\\\"_s, u"\\"_s).replace(u"&amp;"_s, u"&"_s); // as a label shows them
        QString expected = text;
        expected.remove(QRegularExpression(u"[\\x{0}\\x{7}]"_s));
        QCOMPARE(shown, expected.simplified());
    }

    void leavesOutWhatTheSystemDoesNotHave()
    {
        model::packaging::Packaging packaging;
        QVERIFY(parse(writeDot({}, packaging)));
        packaging.units
            = {{{u"ghosts"_s}, u"Ghosts"_s, {{u"nobody"_s}}, 1}, {{u"cart"_s}, u"Cart"_s, {{u"cart"_s}}, 1}};
        const Graph graph = parse(writeDot(shop(), packaging));
        QVERIFY(graph);
        QVERIFY(nodeOf(graph, u"capability:nobody"_s) == nullptr);
        QVERIFY(nodeOf(graph, u"capability:catalogue"_s) == nullptr); // not packaged
        QVERIFY(nodeOf(graph, u"capability:cart"_s) != nullptr);
    }
};

QTEST_GUILESS_MAIN(TestDotWriter)
#include "tst_dotwriter.moc"
