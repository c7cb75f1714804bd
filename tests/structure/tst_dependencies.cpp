// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTest>

#include <tests/structure/source/dependencies.h>

using namespace Qt::StringLiterals;
using namespace tests::source;

// dependencies.txt and the includes say the same, and the arrows point down.
class TestDependencies : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsTheFault_data();
    void findsTheFault();
    void acceptsAGoodTree();
    void theProjectIsAsListed();
};

namespace {

// A small world: model/system under services/transport.
std::vector<SourceFile> goodFiles()
{
    return {{u"model/system/system.h"_s, "#include <QString>\n#include <vector>\n"},
            {u"model/system/system.cpp"_s, "#include \"system.h\"\n"},
            {u"services/transport/server.cpp"_s,
             "#include <model/system/system.h>\n#include <sys/socket.h>\n#include <QTcpSocket>\n#include "
             "<llhttp.h>\n"},
            {u"services/transport/wire/frame.cpp"_s,
             "#include \"../server.h\"\n#include <services/transport/server.h>\n#include <QCoroTask>\n"}};
}

constexpr auto goodList = "# a remark\nmodel/system: Qt\nservices/transport: model/system QCoro Qt llhttp\n";

} // namespace

void TestDependencies::findsTheFault_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("include");
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QString>("fault");
    const auto row
        = [](const char *name, QString path, const char *include, const char *list, QString fault) {
              QTest::newRow(name) << path << QByteArray(include) << QByteArray(goodList) + list << fault;
          };
    const QString model = u"model/system/extra.h"_s;
    const QString services = u"services/transport/extra.h"_s;
    row("an arrow that is not listed", services, "<openssl/evp.h>", "",
        u"services/transport -> openssl is not in"_s);
    row("a folder that is not listed", u"services/load/load.h"_s, "<vector>", "",
        u"services/load is not in"_s);
    row("a folder that is not there", model, "<vector>", "services/load: Qt\n",
        u"services/load is in dependencies.txt"_s);
    row("an arrow that nothing uses", u"services/load/load.h"_s, "<vector>", "services/load: Qt\n",
        u"services/load -> Qt is in dependencies.txt and nothing uses it"_s);
    row("up from the model", model, "<services/transport/server.h>", "",
        u"against app -> services -> model"_s);
    row("up from services", services, "<app/shell/window.h>", "", u"against app -> services -> model"_s);
    row("a circle", u"services/load/load.h"_s, "<services/transport/server.h>",
        "services/load: services/transport\n", u""_s);
    row("out of the folder in quotes", services, "\"../load/load.h\"", "", u"leaves its folder"_s);
    row("widgets in services", services, "<QWidget>", "", u"services never draw"_s);
    row("a module of widgets in services", services, "<QtWidgets/QLabel>", "", u"services never draw"_s);
    row("colours in services", services, "<QColor>", "", u"services never draw"_s);
    row("sockets in the model", model, "<QTcpSocket>", "", u"the model knows QtCore only"_s);
    row("graphviz outside its folder", services, "<graphviz/gvc.h>", "", u"only model/layout may know"_s);
    row("llhttp outside its folder", model, "<llhttp.h>", "", u"only services/transport may know"_s);
    row("a library of nobody", services, "<boost/asio.hpp>", "", u"no library that we know"_s);
    row("a list with a mistake", model, "<vector>", "services load Qt\n",
        u"cannot read \"services load Qt\""_s);
    row("a folder listed twice", model, "<vector>", "model/system: Qt\n", u"cannot read"_s);
}

void TestDependencies::findsTheFault()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, include);
    QFETCH(QByteArray, list);
    QFETCH(QString, fault);
    auto files = goodFiles();
    files.push_back({path, "#include " + include + '\n'});
    if (fault.isEmpty()) { // the circle needs a second arrow
        QCOMPARE(dependencyFaults(list, files), QStringList());
        files.push_back({u"services/transport/back.h"_s, "#include <services/load/load.h>\n"});
        fault = u"services/load includes itself by way of others"_s;
    }
    const QStringList faults = dependencyFaults(list, files);
    QVERIFY2(faults.join(u'\n').contains(fault), qPrintable(u"found: "_s + faults.join(u'\n')));
}

void TestDependencies::acceptsAGoodTree()
{
    QCOMPARE(dependencyFaults(goodList, goodFiles()), QStringList());
}

void TestDependencies::theProjectIsAsListed()
{
    const QString root = QStringLiteral(FAULTLINE_SOURCE_DIR);
    QByteArray list;
    for (const SourceFile &file : readRoot(root)) {
        if (file.path == u"dependencies.txt")
            list = file.text;
    }
    const auto files = readTree(root, {u"app"_s, u"services"_s, u"model"_s});
    QVERIFY(files.size() > 50); // or the tree was not found
    const QStringList faults = dependencyFaults(list, files);
    for (const QString &fault : faults) // QVERIFY2 would cut the list short
        qWarning("%s", qPrintable(fault));
    QCOMPARE(faults.size(), 0);
}

QTEST_GUILESS_MAIN(TestDependencies)
#include "tst_dependencies.moc"
