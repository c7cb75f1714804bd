// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/graph/followedstory.h>
#include <app/style/theme.h>

#include <QFont>
#include <QObject>
#include <QTimer>

#include <functional>

namespace app::shell {

// Writes a request's story into a folder: all of it as a drawing, story.svg, and as a film, story.gif, and
// each step as a picture, step-01.png and so on, all shapes that tell it beside each other. A picture at a
// time is drawn, and is encoded in the background, so that the window does not stand still. Deletes itself
// when it is done. GUI thread.
class StoryExport : public QObject
{
    Q_OBJECT
public:
    struct Look
    {
        style::Theme theme;
        QFont font;
    };

    StoryExport(graph::FollowedStory story, Look look, QObject *parent);
    void writeInto(const QString &folder);

    static constexpr QSize sizeOfFrame{1280, 720};

Q_SIGNALS:
    void written(const QString &folder, int pictures);
    void failed(const QString &reason); // in a sentence, and what to do

private:
    void write(const QString &name, std::function<QByteArray()> content);
    void drawNext();
    void keep(size_t step, const QByteArray &frame);
    void settle(const QString &failure);
    void end();

    graph::FollowedStory m_story;
    Look m_look;
    QString m_folder;
    QTimer m_next;
    size_t m_drawn = 0;
    int m_open = 0; // what is being written
    std::vector<QByteArray> m_frames; // of the film
    bool m_isFilmed = false;
    QString m_failure; // the first one
};

} // namespace app::shell
