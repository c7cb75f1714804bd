// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTest>

#include <tests/structure/source/conventions.h>

using namespace Qt::StringLiterals;
using namespace tests::source;

// Licence lines, lengths and namespaces of each file.
class TestConventions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsTheFault_data();
    void findsTheFault();
    void theProjectKeepsThem_data();
    void theProjectKeepsThem();

private:
    using Rule = QString (*)(const SourceFile &);
};

namespace {

const QByteArray licence = "// SPDX-FileCopyrightText: 2026 The Faultline authors\n"
                           "// SPDX-License-Identifier: GPL-3.0-or-later\n";

std::vector<SourceFile> project()
{
    const QString root = QStringLiteral(FAULTLINE_SOURCE_DIR);
    auto files = readTree(root, {u"app"_s, u"services"_s, u"model"_s, u"tests"_s, u"packaging"_s});
    for (SourceFile &file : readRoot(root))
        files.push_back(std::move(file));
    return files;
}

} // namespace

void TestConventions::findsTheFault_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("fault");
    QByteArray inHash = licence;
    inHash.replace("//", "#");
    const auto row = [](const char *name, QString path, const QByteArray &text, QString fault) {
        QTest::newRow(name) << path << text << fault;
    };
    const QString header = u"services/transport/a.h"_s;
    const QString source = u"model/system/a.cpp"_s;
    const QByteArray space = "namespace services::transport {\n}\n";
    row("a good header", header, licence + space, u""_s);
    row("a good build file", u"model/CMakeLists.txt"_s, inHash, u""_s);
    row("a good script", u"dev"_s, "#!/bin/sh\n" + inHash, u""_s);
    row("data needs no licence", u"resources/systems/shop.json"_s, "{}", u""_s);
    row("no licence", source, "int a;\n", u"SPDX"_s);
    row("half a licence", source, licence.left(licence.indexOf('\n') + 1), u"SPDX"_s);
    row("another licence", source, QByteArray(licence).replace("GPL-3.0-or-later", "MIT"), u"SPDX"_s);
    row("a licence too late", source, "int a;\n" + licence, u"SPDX"_s);
    row("a script without a licence", u"packaging/setup"_s, "#!/bin/sh\n", u"SPDX"_s);
    row("a file of 400 lines", source, licence + QByteArray(398, '\n'), u""_s);
    row("a file of 401 lines", source, licence + QByteArray(399, '\n'), u"401 lines"_s);
    row("a long test", u"tests/model/a.cpp"_s, licence + QByteArray(399, '\n'), u""_s);
    row("a namespace within that of its folder", header,
        licence + "namespace services::transport::wire {\n}\n", u""_s);
    row("a namespace of another folder", header, licence + "namespace services::storage {\n}\n",
        u"namespace"_s);
    row("a namespace which only begins like the folder", header,
        licence + "namespace services::transport2 {\n}\n",
        u"does not declare namespace services::transport"_s);
    row("no namespace", header, licence, u"does not declare namespace services::transport"_s);
    row("a namespace in a comment", header, licence + "// namespace services::transport {\n", u"namespace"_s);
}

void TestConventions::findsTheFault()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, text);
    QFETCH(QString, fault);
    const SourceFile file{path, text};
    const QString found = licenceFault(file) + lengthFault(file) + namespaceFault(file);
    QVERIFY2(fault.isEmpty() ? found.isEmpty() : found.contains(fault), qPrintable(found));
}

void TestConventions::theProjectKeepsThem_data()
{
    QTest::addColumn<Rule>("rule");
    QTest::newRow("each file has its licence") << Rule(licenceFault);
    QTest::newRow("no file is too long") << Rule(lengthFault);
    QTest::newRow("each header is in the namespace of its folder") << Rule(namespaceFault);
}

void TestConventions::theProjectKeepsThem()
{
    QFETCH(Rule, rule);
    const auto files = project();
    QVERIFY(files.size() > 100); // or the tree was not found
    QStringList faults;
    for (const SourceFile &file : files) {
        if (const QString fault = rule(file); !fault.isEmpty())
            faults.append(fault);
    }
    for (const QString &fault : faults) // QVERIFY2 would cut the list short
        qWarning("%s", qPrintable(fault));
    QCOMPARE(faults.size(), 0);
}

QTEST_GUILESS_MAIN(TestConventions)
#include "tst_conventions.moc"
