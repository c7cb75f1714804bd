// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/platform/resourcefinder.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using model::result::Kind;
using services::platform::ResourceFinder;

// The program's own files, from several folders.
class TestResourceFinder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void takesTheFirstFolderThatHasTheFile();
    void passesOverAFolderOfThatName();
    void namesTheFoldersItLookedInto();
    void looksBesideTheProgramAndInTheDataFolders();

private:
    QString folder(const QString &name) const { return m_root->filePath(name); }
    void write(const QString &path) const;

    std::unique_ptr<QTemporaryDir> m_root;
};

void TestResourceFinder::init()
{
    m_root = std::make_unique<QTemporaryDir>();
}

void TestResourceFinder::write(const QString &path) const
{
    QVERIFY(QDir().mkpath(QFileInfo(folder(path)).path()));
    QFile file(folder(path));
    QVERIFY(file.open(QIODevice::WriteOnly));
}

void TestResourceFinder::takesTheFirstFolderThatHasTheFile()
{
    write(u"two/systems/shop.json"_s);
    write(u"three/systems/shop.json"_s);
    const ResourceFinder finder({folder(u"one"_s), folder(u"two"_s), folder(u"three"_s)});
    QCOMPARE(finder.find(u"systems/shop.json"_s).value(), folder(u"two/systems/shop.json"_s));
}

void TestResourceFinder::passesOverAFolderOfThatName()
{
    QVERIFY(QDir().mkpath(folder(u"one/shop.json"_s)));
    write(u"two/shop.json"_s);
    const ResourceFinder finder({folder(u"one"_s), folder(u"two"_s)});
    QCOMPARE(finder.find(u"shop.json"_s).value(), folder(u"two/shop.json"_s));
}

void TestResourceFinder::namesTheFoldersItLookedInto()
{
    const auto missing = ResourceFinder({folder(u"one"_s), folder(u"two"_s)}).find(u"shop.json"_s);
    QVERIFY(!missing.has_value());
    QCOMPARE(missing.error().kind, Kind::NotFound);
    QCOMPARE(missing.error().subject, u"shop.json"_s);
    QVERIFY(missing.error().message.contains(folder(u"one"_s)));
    QVERIFY(missing.error().message.contains(folder(u"two"_s)));
}

void TestResourceFinder::looksBesideTheProgramAndInTheDataFolders()
{
    const auto before = qgetenv("XDG_DATA_DIRS");
    qputenv("XDG_DATA_DIRS", m_root->path().toLocal8Bit());
    write(u"faultline/only-here.json"_s);
    const auto found = ResourceFinder().find(u"only-here.json"_s);
    const auto missing = ResourceFinder().find(u"nowhere.json"_s);
    qputenv("XDG_DATA_DIRS", before);
    QCOMPARE(found.value(), folder(u"faultline/only-here.json"_s));
    const QString beside = QDir::cleanPath(QCoreApplication::applicationDirPath() + u"/../share/faultline"_s);
    QVERIFY2(missing.error().message.contains(u"any of "_s + beside), qPrintable(missing.error().message));
}

QTEST_GUILESS_MAIN(TestResourceFinder)
#include "tst_resourcefinder.moc"
