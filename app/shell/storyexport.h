// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/graph/followlight.h>
#include <app/graph/followsvg.h>

#include <QObject>
#include <QTimer>

namespace app::shell {

// Writes a request's story into a folder: all of it as a drawing, story.svg, and as a film, story.gif, and
// each step as a picture, step-01.png and so on. A picture at a time is drawn, and is encoded in the
// background, so that the window does not stand still. Deletes itself when it is done. GUI thread.
class StoryExport : public QObject
{
    Q_OBJECT
public:
    struct Subject
    {
        const graph::GraphView &view; // outlives this
        const graph::FollowLight &light; // of the view
        model::packaging::Packaging packaging;
        style::Theme theme;
    };

    StoryExport(Subject subject, graph::SvgStory story, QObject *parent);
    void writeInto(const QString &folder);

    static constexpr QSize sizeOfFrame{1280, 720};

Q_SIGNALS:
    void written(const QString &folder, int pictures);
    void failed(const QString &reason);

private:
    void drawNext();
    void keep(size_t step, const QByteArray &frame);
    void settle(const QString &failedFile);
    void end();

    Subject m_subject;
    graph::SvgStory m_story;
    QString m_folder;
    QTimer m_next;
    size_t m_drawn = 0;
    int m_open = 0; // files that are being written
    std::vector<QByteArray> m_frames; // of the film
    bool m_isFilmed = false;
    QString m_failedFile;
};

} // namespace app::shell
