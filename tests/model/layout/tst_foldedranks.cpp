// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "systems.h"

#include <model/layout/foldedranks.h>

#include <QTest>

using namespace model::layout;
using namespace Qt::StringLiterals;

namespace {

// Edges as "0>1 1>2"; a "~" instead of ">" does not rank.
Diagram diagramFrom(std::size_t nodes, const QString &edges)
{
    Diagram diagram;
    for (std::size_t node = 0; node < nodes; ++node)
        diagram.nodes.push_back({{NodeKind::Unit, QString::number(node)}, {10, 10}, {}});
    for (const auto &word : edges.split(u' ', Qt::SkipEmptyParts)) {
        const bool ranks = word.contains(u'>');
        const auto ends = word.split(ranks ? u'>' : u'~');
        diagram.edges.push_back({ends[0].toULongLong(), ends[1].toULongLong(), EdgeKind::Required, ranks});
    }
    return diagram;
}

// "0 1,2 3": rows from top to bottom.
QString rowsOf(const std::vector<std::size_t> &ranks)
{
    QList<QStringList> rows;
    for (std::size_t node = 0; node < ranks.size(); ++node) {
        while (rows.size() <= static_cast<qsizetype>(ranks[node]))
            rows.emplace_back();
        rows[static_cast<qsizetype>(ranks[node])] += QString::number(node);
    }
    QStringList lines;
    for (const auto &row : rows)
        lines += row.join(u',');
    return lines.join(u' ');
}

} // namespace

class TestFoldedRanks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void placesNodesInRows_data()
    {
        QTest::addColumn<int>("nodes");
        QTest::addColumn<QString>("edges");
        QTest::addColumn<int>("widest");
        QTest::addColumn<QString>("rows");
        QTest::addRow("nothing") << 0 << QString() << 2 << QString();
        QTest::addRow("a chain stays a chain") << 3 << u"0>1 1>2"_s << 5 << u"0 1 2"_s;
        QTest::addRow("a broad row is folded") << 5 << u"0>1 0>2 0>3 0>4"_s << 2 << u"0 1,2 3,4"_s;
        QTest::addRow("the longest way comes first") << 5 << u"0>1 0>2 0>3 3>4"_s << 1 << u"0 3 1 2 4"_s;
        QTest::addRow("an edge that does not rank moves nothing") << 3 << u"0>1 0>2 2~1"_s << 2 << u"0 1,2"_s;
        QTest::addRow("a circle ends where it began") << 3 << u"0>1 1>2 2>0"_s << 2 << u"0 1 2"_s;
        QTest::addRow("a call to oneself is none") << 2 << u"0>0 0>1"_s << 2 << u"0 1"_s;
        QTest::addRow("no width at all is one") << 2 << QString() << 0 << u"0 1"_s;
    }
    void placesNodesInRows()
    {
        QFETCH(int, nodes);
        QFETCH(QString, edges);
        QFETCH(int, widest);
        const auto ranks = foldedRanks(diagramFrom(static_cast<std::size_t>(nodes), edges),
                                       static_cast<std::size_t>(widest));
        QTEST(rowsOf(ranks), "rows");
    }

    void eachCallOfTheShopGoesDown()
    {
        const auto diagram = diagramOf(tests::layout::requestFor(tests::layout::shop(), u"microservices"_s));
        for (std::size_t widest = 1; widest < 8; ++widest) {
            const auto ranks = foldedRanks(diagram, widest);
            for (const auto &edge : diagram.edges)
                QVERIFY(!edge.ranks || ranks[edge.from] < ranks[edge.to]);
            for (std::size_t row = 0; row < ranks.size(); ++row)
                QVERIFY(std::ranges::count(ranks, row) <= static_cast<std::ptrdiff_t>(widest));
        }
    }
};

QTEST_GUILESS_MAIN(TestFoldedRanks)
#include "tst_foldedranks.moc"
